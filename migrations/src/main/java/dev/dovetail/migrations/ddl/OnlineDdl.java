package dev.dovetail.migrations.ddl;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes the steps that let others go on reading and writing. Those that only PostgreSQL knows say so. Thread-safe. */
public final class OnlineDdl {

    private static final Pattern PLAIN_UNIQUE = Pattern.compile("(?i)unique \\([^()]*\\)");

    private final Engine engine;
    private final Dialect postgresql = new PostgresqlDialect();

    private OnlineDdl(Engine engine) {
        this.engine = engine;
    }

    /** For an engine. */
    public static OnlineDdl of(Engine engine) {
        return new OnlineDdl(engine);
    }

    private String quote(String name) {
        return switch (engine) {
            case MARIADB, MYSQL -> "`" + name.replace("`", "``") + "`";
            case SQLITE, POSTGRESQL, H2 -> "\"" + name.replace("\"", "\"\"") + "\"";
        };
    }

    private String alter(String table) {
        return "alter table " + quote(table) + " ";
    }

    /** Builds an index while others write; only outside of transactions. PostgreSQL. */
    public String createConcurrently(String table, Index index) {
        return postgresql.create(table, index).replaceFirst("index ", "index concurrently ");
    }

    /** The index of a unique constraint, likewise. PostgreSQL. */
    public String createConcurrently(String table, Constraint unique) {
        return "create unique index concurrently " + quote(String.valueOf(unique.name())) + " on " + quote(table) + " "
                + postgresql.list(unique.columns());
    }

    /** Takes an index away while others read and write; only outside of transactions. PostgreSQL. */
    public String dropConcurrently(String index) {
        return "drop index concurrently if exists " + quote(index);
    }

    /** Whether a unique constraint can be made of an index that is there already. */
    public static boolean canUseIndex(Constraint constraint) {
        return constraint.kind() == Constraint.Kind.UNIQUE
                && constraint.name() != null
                && PLAIN_UNIQUE.matcher(constraint.definition()).matches();
    }

    /** Makes a constraint of the index that has its name. PostgreSQL. */
    public String addUsingIndex(String table, Constraint unique) {
        String name = quote(String.valueOf(unique.name()));
        return alter(table) + "add constraint " + name + " unique using index " + name;
    }

    /** Adds a foreign key or a check that rows from now on have to keep. PostgreSQL. */
    public String addNotValid(String table, Constraint constraint) {
        return alter(table) + "add " + postgresql.clause(constraint) + " not valid";
    }

    /** Looks at the rows that were there before. PostgreSQL. */
    public String validate(String table, String constraint) {
        return alter(table) + "validate constraint " + quote(constraint);
    }

    /** Drops a constraint if it is there. PostgreSQL. */
    public String drop(String table, String constraint) {
        return alter(table) + "drop constraint if exists " + quote(constraint);
    }

    /** A check that says the same as NOT NULL, for rows from now on. PostgreSQL. */
    public String addNotNullCheck(String table, String column, String name) {
        return alter(table) + "add constraint " + quote(name) + " check (" + quote(column) + " is not null) not valid";
    }

    /** Takes no time if a valid check says so already. PostgreSQL. */
    public String setNotNull(String table, String column) {
        return alter(table) + "alter column " + quote(column) + " set not null";
    }

    /** Takes it back. PostgreSQL. */
    public String dropNotNull(String table, String column) {
        return alter(table) + "alter column " + quote(column) + " drop not null";
    }

    /** Gives rows without a value that of an expression. */
    public String fill(String table, String column, String expression) {
        return fill(table, Map.of(column, expression));
    }

    /**
     * Gives rows without values those of expressions, in one statement: a rule on one of the columns would refuse a row in
     * which only another one is filled.
     *
     * @param values expressions by column
     */
    public String fill(String table, Map<String, String> values) {
        List<String> sets = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        values.forEach((column, value) -> {
            String name = quote(column);
            sets.add(name + " = " + (values.size() == 1 ? value : "coalesce(" + name + ", " + value + ")"));
            conditions.add(name + " is null");
        });
        return "update " + quote(table) + " set " + String.join(", ", sets) + " where "
                + String.join(" or ", conditions);
    }

    /** The value of another column, turned into the type of the one that it is put into. */
    public String valueOf(Column from, Column to) {
        String name = quote(from.name());
        if (engine != Engine.POSTGRESQL || from.type().equals(to.type())) {
            return name;
        }
        return PostgresqlCasts.using(from, to, name).isEmpty()
                ? "cast(" + name + " as " + to.type() + ")"
                : "cast(cast(" + name + " as text) as " + to.type() + ")";
    }

    /** Removes a column. */
    public String dropColumn(String table, String column) {
        return alter(table) + "drop column " + quote(column);
    }

    /** Whether a column gets this type without a look at its rows. Types are as the engine or a script writes them. */
    public static boolean changesCatalogOnly(String before, String after, Engine engine) {
        String from = before.toLowerCase(Locale.ROOT);
        String to = after.toLowerCase(Locale.ROOT);
        return from.equals(to) || (engine == Engine.POSTGRESQL && LongerTypes.holds(from, to));
    }
}
