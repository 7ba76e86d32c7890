package dev.dovetail.repository.internal.store;

import dev.dovetail.core.error.ConstraintNames;
import dev.dovetail.core.transaction.Isolation;
import dev.dovetail.repository.internal.store.ValueRules.Decimals;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an engine does in its own way.
 *
 * @param text how it compares text
 * @param values which values it keeps, and how
 * @param concurrency what transactions see of each other
 * @param names how it names constraints
 */
public record EngineRules(TextRules text, ValueRules values, ConcurrencyRules concurrency, Names names) {

    /** How an engine names constraints. */
    enum Names {
        /** By the convention. */
        STANDARD,
        /** By the convention; checks keep the lengths of texts. */
        CHECKED_LENGTHS,
        /** By the convention but for primary keys, which all have one name. */
        PRIMARY
    }

    /** What is the same on every engine; what only some of them do is refused, or else done as by the strictest. */
    public static final EngineRules PORTABLE = new EngineRules(
            TextRules.CODE_POINTS,
            new ValueRules("every engine", ChronoUnit.MILLIS, 1, Decimals.SCALED_SHORT, true, true, false, true),
            new ConcurrencyRules(Isolation.READ_COMMITTED, true, false, true, true),
            Names.STANDARD);

    /** PostgreSQL, in a database that sorts by code points. */
    public static final EngineRules POSTGRESQL = new EngineRules(
            TextRules.CODE_POINTS,
            new ValueRules("PostgreSQL", ChronoUnit.MICROS, Year.MIN_VALUE, Decimals.SCALED, false, false, true, false),
            new ConcurrencyRules(Isolation.READ_COMMITTED, false, false, true, true),
            Names.STANDARD);

    /** SQLite as Dovetail opens it. */
    public static final EngineRules SQLITE = new EngineRules(
            TextRules.ASCII_CASES,
            new ValueRules("SQLite", ChronoUnit.MILLIS, 1, Decimals.FLOATING, true, false, false, false),
            new ConcurrencyRules(Isolation.SERIALIZABLE, true, true, false, false),
            Names.CHECKED_LENGTHS);

    /** H2. */
    public static final EngineRules H2 = new EngineRules(
            TextRules.UTF_16,
            new ValueRules("H2", ChronoUnit.MICROS, Year.MIN_VALUE, Decimals.SCALED, false, false, false, true),
            new ConcurrencyRules(Isolation.READ_COMMITTED, false, false, true, false),
            Names.STANDARD);

    /** MariaDB with the collation of a database for which nobody names another. */
    public static final EngineRules MARIADB = mariaDb(TextRules.PADDED_IGNORING_CASE);

    /** MariaDB with a binary collation. */
    public static final EngineRules MARIADB_BINARY = mariaDb(TextRules.PADDED);

    private static EngineRules mariaDb(TextRules text) {
        return new EngineRules(
                text,
                new ValueRules("MariaDB", ChronoUnit.MICROS, 0, Decimals.SCALED, true, true, false, true),
                new ConcurrencyRules(Isolation.REPEATABLE_READ, false, false, false, true),
                Names.PRIMARY);
    }

    /** Whether numbers can be had without a row that gets them. */
    public boolean hasSequences() {
        return !concurrency.oneWriter();
    }

    /** The name of a table's primary key. */
    String primaryKey(TableDefinition table) {
        return names == Names.PRIMARY ? "PRIMARY" : ConstraintNames.primaryKey(table.tableOf(table.idSlots(), null));
    }

    /** The name of what keeps the length of a column; null if that has none. */
    @Nullable
    String length(TableDefinition table, Column column, Object value) {
        return names == Names.CHECKED_LENGTHS && value instanceof String
                ? ConstraintNames.check(table.tableOf(column), column.name() + "_length")
                : null;
    }
}
