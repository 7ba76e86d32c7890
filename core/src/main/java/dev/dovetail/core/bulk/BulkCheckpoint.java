package dev.dovetail.core.bulk;

import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Where a bulk operation that commits in parts writes how far it got, in the same transactions. The table is yours to
 * create with a migration:
 *
 * <pre>{@code
 * create table bulk_checkpoints (name varchar(100) not null primary key, rows_committed bigint not null)
 * }</pre>
 *
 * <p>After the last part it stays, so that running the finished operation again does nothing; delete its row to start
 * over. Immutable.
 */
public final class BulkCheckpoint {

    static final Field<String> NAME =
            DSL.field(DSL.name("name"), SQLDataType.VARCHAR(100).notNull());
    static final Field<Long> ROWS_COMMITTED = DSL.field(DSL.name("rows_committed"), SQLDataType.BIGINT.notNull());

    private static final int MAX_NAME = 100;

    private final String name;
    private final Table<?> table;

    private BulkCheckpoint(String name, Table<?> table) {
        this.name = name;
        this.table = table;
    }

    /**
     * The checkpoint with this name in the table {@code bulk_checkpoints}. A name stands for one operation on one source.
     *
     * @throws IllegalArgumentException if the name is blank or longer than 100 characters
     */
    public static BulkCheckpoint named(String name) {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException(
                    "The name of a checkpoint has 1 to " + MAX_NAME + " characters, got " + name.length());
        }
        return new BulkCheckpoint(name, DSL.table(DSL.name("bulk_checkpoints")));
    }

    /** The same in another table, which has the same two columns. */
    public BulkCheckpoint in(Table<? extends Record> otherTable) {
        return new BulkCheckpoint(name, Objects.requireNonNull(otherTable, "otherTable"));
    }

    String name() {
        return name;
    }

    Table<?> table() {
        return table;
    }
}
