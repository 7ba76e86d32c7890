package dev.dovetail.migrations.lint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.lint.Parsed.AlterTable;
import dev.dovetail.migrations.lint.Parsed.CreateIndex;
import dev.dovetail.migrations.lint.Parsed.CreateTable;
import dev.dovetail.migrations.lint.Parsed.CreateTrigger;
import dev.dovetail.migrations.lint.Parsed.Delete;
import dev.dovetail.migrations.lint.Parsed.Drop;
import dev.dovetail.migrations.lint.Parsed.Insert;
import dev.dovetail.migrations.lint.Parsed.Known;
import dev.dovetail.migrations.lint.Parsed.Truncate;
import dev.dovetail.migrations.lint.Parsed.Unknown;
import dev.dovetail.migrations.lint.Parsed.Update;
import java.util.List;
import java.util.Set;

/** Finds out what a statement is. It knows the beginnings of statements, not their whole grammar. */
final class StatementParser {

    /** Statements that rules look at by their words, or that hurt nobody. */
    private static final Set<String> KNOWN = Set.of(
            "SELECT",
            "VALUES",
            "SET",
            "RESET",
            "COMMENT",
            "GRANT",
            "REVOKE",
            "ANALYZE",
            "PRAGMA",
            "REINDEX",
            "VACUUM",
            "CLUSTER",
            "LOCK",
            "UNLOCK",
            "REFRESH",
            "BEGIN",
            "START",
            "COMMIT",
            "ROLLBACK",
            "END",
            "SAVEPOINT",
            "RELEASE",
            "OPTIMIZE",
            "USE",
            "SHOW",
            "EXPLAIN",
            "NOTIFY",
            "COPY");

    private static final Set<String> CREATED = Set.of(
            "VIEW",
            "MATERIALIZED",
            "RECURSIVE",
            "SEQUENCE",
            "TYPE",
            "DOMAIN",
            "FUNCTION",
            "PROCEDURE",
            "EXTENSION",
            "SCHEMA",
            "POLICY",
            "ROLE",
            "USER",
            "STATISTICS",
            "COLLATION",
            "AGGREGATE",
            "CAST",
            "OPERATOR",
            "EVENT",
            "DATABASE",
            "ALIAS",
            "PUBLICATION",
            "VIRTUAL",
            "CONSTANT",
            "SERVER",
            "FOREIGN");

    private static final Set<String> ALTERED = Set.of(
            "TYPE",
            "INDEX",
            "SEQUENCE",
            "VIEW",
            "MATERIALIZED",
            "FUNCTION",
            "PROCEDURE",
            "DOMAIN",
            "EXTENSION",
            "SCHEMA",
            "DATABASE",
            "ROLE",
            "USER",
            "POLICY",
            "DEFAULT",
            "SYSTEM",
            "STATISTICS",
            "TRIGGER",
            "PUBLICATION");

    private StatementParser() {}

    static Parsed parse(Words all, Engine engine) {
        Words words = all.copy();
        return switch (words.next()) {
            case "CREATE" -> create(words);
            case "ALTER" -> alter(words);
            case "DROP" -> drop(words);
            case "UPDATE" -> update(words);
            case "DELETE" -> delete(words);
            case "TRUNCATE" -> truncate(words);
            case "INSERT", "REPLACE" -> insert(words);
            case "WITH" -> with(words, engine);
            case "RENAME" -> rename(words);
            default -> {
                String first = all.copy().next();
                yield KNOWN.contains(first) ? new Known(first) : new Unknown();
            }
        };
    }

    private static Parsed create(Words words) {
        words.take("OR", "REPLACE");
        words.take("ALGORITHM");
        words.takeAny("GLOBAL", "LOCAL", "CACHED", "MEMORY");
        boolean temporary = words.takeAny("TEMPORARY", "TEMP");
        words.take("UNLOGGED");
        boolean unique = words.take("UNIQUE");
        boolean special = words.takeAny("FULLTEXT", "SPATIAL");
        if (words.take("INDEX")) {
            return index(words, unique, special);
        }
        if (words.take("TABLE")) {
            words.take("IF", "NOT", "EXISTS");
            String table = words.name();
            return new CreateTable(table, temporary, words.parentheses().parts());
        }
        words.take("CONSTRAINT");
        if (words.take("TRIGGER")) {
            words.skipTo("ON");
            return new CreateTrigger(words.name());
        }
        String kind = words.next();
        return CREATED.contains(kind) ? new Known("CREATE " + kind) : new Unknown();
    }

    private static Parsed index(Words words, boolean unique, boolean special) {
        boolean concurrently = words.take("CONCURRENTLY");
        words.take("IF", "NOT", "EXISTS");
        String name = words.isNext("ON") ? "" : words.name();
        words.skipTo("ON");
        words.take("ONLY");
        return new CreateIndex(name, words.name(), unique, concurrently, special);
    }

    private static Parsed alter(Words words) {
        words.take("ONLINE");
        words.take("IGNORE");
        if (words.take("TABLE")) {
            words.take("IF", "EXISTS");
            words.take("ONLY");
            String table = words.name();
            words.take("*");
            return new AlterTable(table, words.parts());
        }
        String kind = words.next();
        return ALTERED.contains(kind) ? new Known("ALTER " + kind) : new Unknown();
    }

    private static Parsed drop(Words words) {
        words.take("TEMPORARY");
        String kind = words.next();
        if (kind.equals("MATERIALIZED")) {
            words.take("VIEW");
        }
        boolean concurrently = words.take("CONCURRENTLY");
        words.take("IF", "EXISTS");
        boolean cascade = words.has("CASCADE");
        return new Drop(kind, words.names(), concurrently, cascade);
    }

    private static Parsed update(Words words) {
        words.take("ONLY");
        words.take("LOW_PRIORITY");
        words.take("IGNORE");
        String table = words.name();
        boolean conditional = words.hasOutside("WHERE");
        Words condition = words.copy();
        condition.skipTo("WHERE");
        return new Update(table, conditional ? condition : null);
    }

    private static Parsed delete(Words words) {
        words.take("FROM");
        words.take("ONLY");
        return new Delete(words.name(), words.hasOutside("WHERE") || words.hasOutside("LIMIT"));
    }

    private static Parsed truncate(Words words) {
        words.take("TABLE");
        words.take("ONLY");
        boolean cascade = words.has("CASCADE");
        return new Truncate(words.names(), cascade);
    }

    private static Parsed insert(Words words) {
        words.take("OR");
        words.takeAny("IGNORE", "REPLACE", "ROLLBACK", "ABORT", "FAIL");
        words.take("INTO");
        String table = words.name();
        Words from = words.copy();
        boolean selects = words.has("SELECT") && from.skipTo("FROM");
        return new Insert(table, selects, selects ? from.name() : "");
    }

    /** What stands behind the named queries counts. */
    private static Parsed with(Words words, Engine engine) {
        words.take("RECURSIVE");
        while (!words.atEnd()) {
            for (String verb : List.of("UPDATE", "DELETE", "INSERT")) {
                if (words.isNext(verb)) {
                    return parse(words, engine);
                }
            }
            if (words.isNext("SELECT")) {
                return new Known("SELECT");
            }
            if (words.isNext("(")) {
                words.parentheses();
            } else {
                words.next();
            }
        }
        return new Unknown();
    }

    /** MariaDB's and MySQL's other way to rename a table; of several, the first counts. */
    private static Parsed rename(Words words) {
        words.takeAny("TABLE", "TABLES");
        String table = words.name();
        return new AlterTable(table, List.of(words.copyWith("RENAME")));
    }
}
