package dev.dovetail.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.TestDatabase;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;

/** Opens the database of a test class anew for each test, with one small table, and looks for connections not given back. */
public abstract class OpenDatabase {

    protected static final Table<Record> ACCOUNTS = DSL.table(DSL.name("accounts"));
    protected static final Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT.notNull());
    protected static final Field<String> OWNER =
            DSL.field(DSL.name("owner"), SQLDataType.VARCHAR(40).notNull());
    protected static final Field<Long> BALANCE = DSL.field(DSL.name("balance"), SQLDataType.BIGINT.notNull());

    protected final TestDatabase database;
    protected final Database db;

    protected OpenDatabase(TestDatabase database) {
        this(database, options -> {});
    }

    protected OpenDatabase(TestDatabase database, Consumer<DatabaseOptions> options) {
        this.database = database;
        this.db = Database.open(database.url(), options);
        db.transaction(sql -> {
            sql.dropTableIfExists(ACCOUNTS).execute();
            return sql.createTable(ACCOUNTS)
                    .columns(ID, OWNER, BALANCE)
                    .constraints(
                            DSL.constraint(DSL.name("pk_accounts")).primaryKey(ID),
                            DSL.constraint(DSL.name("uq_accounts_owner")).unique(OWNER),
                            DSL.constraint(DSL.name("ck_accounts_balance")).check(BALANCE.ge(0L)))
                    .execute();
        });
    }

    @AfterEach
    void givesEveryConnectionBack() {
        try {
            assertThat(db.pool().active()).as("connections still in use").isZero();
        } finally {
            db.close();
        }
    }

    protected void insert(long id, long balance) {
        db.transaction(sql -> sql.insertInto(ACCOUNTS, ID, OWNER, BALANCE)
                .values(id, "owner " + id, balance)
                .execute());
    }

    protected int count() {
        return db.read(sql -> sql.fetchCount(ACCOUNTS));
    }
}
