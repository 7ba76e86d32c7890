package dev.dovetail.migrations.lint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.lint.Parsed.AlterTable;
import dev.dovetail.migrations.lint.Parsed.CreateTable;
import dev.dovetail.migrations.lint.Parsed.Drop;
import dev.dovetail.migrations.lint.Parsed.Insert;
import dev.dovetail.migrations.script.Script;
import dev.dovetail.migrations.sql.SqlStatement;
import dev.dovetail.migrations.sql.StatementSplitter;
import dev.dovetail.migrations.sql.UnterminatedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A script that is looked at, with what can be said of it as a whole. */
final class ScriptView {

    private final Script script;
    private final Engine engine;
    private final List<Statement> statements = new ArrayList<>();
    private final Knowledge knowledge;
    /** Of SQLite: a table that takes the place of another one, and which. */
    private final Map<String, String> replacements = new HashMap<>();

    ScriptView(Script script, Engine engine, Knowledge knowledge) {
        this.script = script;
        this.engine = engine;
        this.knowledge = knowledge;
        for (SqlStatement source : split()) {
            Words words = Words.of(source.text(), engine);
            statements.add(new Statement(statements.size(), source, words, StatementParser.parse(words, engine)));
        }
        findReplacements();
    }

    private List<SqlStatement> split() {
        if (script.java() != null) {
            return List.of();
        }
        try {
            return StatementSplitter.split(script.text(), engine);
        } catch (UnterminatedException failure) {
            throw new MigrationException(
                    new Explanation(
                            MigrationError.UNTERMINATED,
                            script.source() + ", line " + failure.line() + ": " + failure.what()
                                    + " begins here and does not end.",
                            "a quote, */ or END is missing",
                            "close it"),
                    failure);
        }
    }

    /** create table new; insert into new select … from old; drop table old; alter table new rename to old. */
    private void findReplacements() {
        Set<String> dropped = new HashSet<>();
        Map<String, String> copied = new HashMap<>();
        for (Statement statement : statements) {
            if (statement.parsed() instanceof Insert insert && insert.selects()) {
                copied.put(insert.table(), insert.from());
            } else if (statement.parsed() instanceof Drop drop && drop.kind().equals("TABLE")) {
                dropped.addAll(drop.names());
            } else if (statement.parsed() instanceof AlterTable alter) {
                for (Words action : alter.actions()) {
                    Words words = action.copy();
                    if (words.take("RENAME", "TO")) {
                        String target = words.name();
                        if (dropped.contains(target)
                                && madeBefore(statement.index()).contains(alter.table())) {
                            replacements.put(alter.table(), target);
                        }
                    }
                }
            }
        }
        replacements.entrySet().removeIf(entry -> !entry.getValue().equals(copied.get(entry.getKey())));
    }

    Script script() {
        return script;
    }

    Engine engine() {
        return engine;
    }

    List<Statement> statements() {
        return statements;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    /** Whether all its statements are one transaction. */
    boolean isOneTransaction() {
        return script.header().transactional() && (engine == Engine.POSTGRESQL || engine == Engine.SQLITE);
    }

    /** Whether a table is there, perhaps with rows, before this script. One that the script itself made is empty. */
    boolean isOld(String table, Statement at) {
        return !madeBefore(at.index()).contains(table);
    }

    /** Whether a table only makes room for another one, with its rows. */
    boolean isReplaced(String table) {
        return replacements.containsValue(table);
    }

    /** Whether a table takes the place of another one. */
    boolean isReplacement(String table) {
        return replacements.containsKey(table);
    }

    Map<String, String> replacements() {
        return replacements;
    }

    private Set<String> madeBefore(int index) {
        Set<String> made = new HashSet<>();
        for (Statement statement : statements.subList(0, index)) {
            if (statement.parsed() instanceof CreateTable create) {
                made.add(create.table());
            }
        }
        return made;
    }
}
