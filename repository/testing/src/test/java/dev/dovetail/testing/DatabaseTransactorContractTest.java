package dev.dovetail.testing;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;

import dev.dovetail.core.Database;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.testing.contract.TransactorRetryContract;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** The contract of transactions, on databases. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class DatabaseTransactorContractTest implements TransactorRetryContract {

    private static @Nullable Database open;

    private final TestEngine engine;
    private final Database db = Objects.requireNonNull(open);

    DatabaseTransactorContractTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        open = Database.open(database.url());
        open.transaction(sql -> sql.execute("create table written (name varchar(40) primary key)"));
    }

    @AfterParameterizedClassInvocation
    static void close() {
        if (open != null) {
            open.close();
        }
    }

    @BeforeEach
    void empty() {
        db.transaction(sql -> sql.execute("delete from written"));
    }

    @Override
    public Transactor tx() {
        return db.transactor();
    }

    @Override
    public void write(String key) {
        db.transaction(sql -> sql.execute("insert into written (name) values (?)", key));
    }

    @Override
    public List<String> written() {
        return db.read(sql -> sql.fetch("select name from written").getValues(0, String.class));
    }

    @Override
    public boolean refusesASecondWriter() {
        return engine == SQLITE;
    }
}
