package dev.dovetail.core.error;

import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.core.Database;
import dev.dovetail.core.transaction.Retry;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the engines really say, and what becomes of it. */
@Timeout(60)
class FailureKindsTest {

    private static Throwable failing(Database db, String... statements) {
        return catchThrowable(() -> db.transaction(sql -> {
            int rows = 0;
            for (String statement : statements) {
                rows += sql.execute(statement);
            }
            return rows;
        }));
    }

    private static void run(Database db, String... statements) {
        for (String statement : statements) {
            db.transaction(sql -> sql.execute(statement));
        }
    }

    private static ConstraintDetails details(Throwable failure) {
        assertThat(failure).isInstanceOf(ConstraintViolation.class);
        return ((ConstraintViolation) failure).details();
    }

    @Nested
    @OnEachDatabase(SQLITE)
    class OnSqlite {

        private final Database db;

        OnSqlite(TestDatabase database) {
            db = Database.open(database.url());
        }

        @AfterEach
        void drop() {
            try (db) {
                run(
                        db,
                        "drop view if exists v",
                        "drop table if exists c",
                        "drop table if exists r",
                        "drop table if exists p",
                        "drop table if exists x");
            }
        }

        private void family(String action) {
            run(
                    db,
                    "create table p (id integer primary key)",
                    "create table c (id integer primary key, p_id integer references p (id) " + action + ")",
                    "insert into p values (1)",
                    "insert into c values (1, 1)");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "insert into c values (2, 9) | MissingParentException",
                    "with v as (select 9) insert into c select 2, * from v | MissingParentException",
                    "delete from p where id = 1 | ChildExistsException",
                    "/* gone */ with v as (select ')delete' x) delete from p where id = 1 | ChildExistsException",
                    "update p set id = 2 | ChildExistsException",
                    "update c set p_id = 9 | MissingParentException",
                    "insert or replace into c values (1, 9) | MissingParentException",
                })
        void whichSideOfAForeignKeyWasBrokenIsFoundOut(String statement, String expected) {
            family("");
            Throwable failure = failing(db, statement);
            assertThat(failure).isInstanceOf(ForeignKeyException.class);
            assertThat(failure.getClass().getSimpleName()).isEqualTo(expected);
            assertThat(details(failure).table()).isEqualTo("c");
        }

        @Test
        void whichSideOfAForeignKeyThatIsLookedAtAtCommitNobodyKnows() {
            family("deferrable initially deferred");
            assertThat(failing(db, "delete from p"))
                    .isExactlyInstanceOf(ForeignKeyException.class)
                    .hasMessageContaining("DVT-307")
                    .hasMessageContaining("on c (p_id)");
        }

        @Test
        void aRestrictingForeignKeyIsNoTrigger() {
            family("on delete restrict on update restrict");
            assertThat(failing(db, "update p set id = 2")).isInstanceOf(ChildExistsException.class);
            assertThat(failing(db, "delete from p")).isInstanceOf(ChildExistsException.class);
        }

        @Test
        void whatATriggerRaisesIsNoForeignKey() {
            run(
                    db,
                    "create table x (n integer)",
                    "create trigger no before delete on x begin select raise(abort, 'not on sundays'); end",
                    "insert into x values (1)");
            assertThat(failing(db, "delete from x"))
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("not on sundays")
                    .hasMessageContaining("not known here");
        }

        @Test
        void aUniqueIndexOnAnExpressionIsNamed() {
            run(
                    db,
                    "create table x (email text)",
                    "create unique index ux_x_email on x (lower(email))",
                    "insert into x values ('Ann')");
            Throwable failure = failing(db, "insert into x values ('ANN')");
            assertThat(failure).isInstanceOf(DuplicateKeyException.class);
            assertThat(details(failure).constraint()).isEqualTo("ux_x_email");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "length(t) <= 3 | true",
                    "length(\"t\") < 4 | true",
                    "3 >= length(t) | true",
                    "4>length( t ) | true",
                    "length(t) between 0 and 3 | true",
                    "t is null or length(t) <= 3 | true",
                    "length(t) between 1 and 3 | false",
                    "length(t) >= 5 | false",
                    "5 <= length(t) | false",
                    "length(t) > 5 and length(t) <= 9 | false",
                    "length(trim(t)) = 2 | false",
                })
        void aCheckIsAboutTheLengthOnlyIfItSaysNothingElse(String check, boolean length) {
            run(db, "create table x (t text check (" + check + "))");
            assertThat(failing(db, "insert into x values ('four')"))
                    .isInstanceOf(length ? ValueTooLongException.class : CheckFailedException.class);
        }

        @Test
        void aFileThatMayNotGrowIsFull() {
            run(db, "create table x (t text)");
            assertThat(failing(
                            db,
                            "pragma max_page_count = 1",
                            "insert into x values (zeroblob(100000))",
                            "insert into x values (zeroblob(100000))"))
                    .isInstanceOfSatisfying(
                            StatementFailedException.class,
                            full -> assertThat(full.code()).isEqualTo(CoreError.STORAGE_FULL));
        }

        @Test
        void aStatementThatDoesNotFitSaysSo() {
            assertThat(failing(db, "select nothing from nowhere"))
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("does not fit the schema or the dialect");
        }
    }

    @Nested
    @OnEachDatabase(POSTGRESQL)
    class OnPostgresql {

        private final TestDatabase database;
        private final Database db;

        OnPostgresql(TestDatabase database) {
            this.database = database;
            db = Database.open(database.url());
        }

        @AfterEach
        void drop() {
            try (db) {
                run(db, "drop table if exists c", "drop table if exists p");
            }
        }

        private void family(String action) {
            run(
                    db,
                    "create table p (id int constraint pk_p primary key)",
                    "create table c (id int primary key, p_id int, constraint fk_c_p foreign key (p_id) references p (id) "
                            + action + ")",
                    "insert into p values (1)",
                    "insert into c values (1, 1)");
        }

        @Test
        void aRestrictingKeyNamesTheColumnsOfTheChild() {
            for (String action : new String[] {"", "on delete restrict", "on delete no action deferrable"}) {
                family(action);
                Throwable failure = failing(db, "delete from p");
                assertThat(failure).as(action).isInstanceOf(ChildExistsException.class);
                assertThat(details(failure))
                        .isEqualTo(new ConstraintDetails("fk_c_p", "c", List.of("p_id")).with(Map.of("p_id", "1")));
                run(db, "drop table c", "drop table p");
            }
        }

        @Test
        void aMissingParentNamesTheColumns() {
            family("");
            assertThat(details(failing(db, "update c set p_id = 9")))
                    .isEqualTo(new ConstraintDetails("fk_c_p", "c", List.of("p_id")).with(Map.of("p_id", "9")));
        }

        @Test
        void aForeignKeyThatIsLookedAtAtCommitIsAsExact() {
            family("deferrable initially deferred");
            assertThat(failing(db, "delete from p")).isInstanceOf(ChildExistsException.class);
            assertThat(failing(db, "insert into c values (2, 9)")).isInstanceOf(MissingParentException.class);
        }

        /** The states that end a session are waited for by the server itself. */
        @ParameterizedTest
        @CsvSource({
            "idle_in_transaction_session_timeout, DatabaseUnavailableException, DVT-106",
            "transaction_timeout, TransactionTimeoutException, DVT-205",
        })
        void aSessionThatTheServerEndsForItsSlowness(String setting, String expected, String code) {
            Throwable failure = catchThrowable(() -> db.transaction(sql -> {
                sql.execute("set local " + setting + " = 50");
                untilEnded((Integer) sql.fetchValue("select pg_backend_pid()"));
                return sql.fetchValue("select 1");
            }));
            assertThat(failure.getClass().getSimpleName()).isEqualTo(expected);
            assertThat(failure).hasMessageContaining(code);
            assertThat(db.<Object, RuntimeException>transaction(sql -> sql.fetchValue("select 1")))
                    .isEqualTo(1);
        }

        private void untilEnded(int pid) {
            try (Database other = Database.open(database.url())) {
                long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                while (System.nanoTime() < deadline
                        && other.<Boolean, RuntimeException>read(
                                sql -> sql.fetch("select 1 from pg_stat_activity where pid = ?", pid)
                                        .isNotEmpty())) {
                    LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                }
            }
        }

        @Test
        void aLockThatIsNotWaitedForIsTransient() {
            family("");
            Throwable failure = catchThrowable(() -> db.transaction(sql -> {
                sql.fetch("select * from p for update");
                return db.transactor()
                        .requiresNew()
                        .call(() -> db.access().sql().fetch("select * from p for update nowait"));
            }));
            assertThat(failure).isInstanceOf(TransientConflictException.class);
        }

        @Test
        void whereTheServerMixesUpItsOwnRowLocksTheTransactionMayRunAgain() {
            assertThat(db.access().translate(internal("new multixact has more than one updating member: 7 2"), null))
                    .isInstanceOf(TransientConflictException.class);
            assertThat(db.access().translate(internal("could not open relation with OID 1"), null))
                    .isInstanceOf(StatementFailedException.class);
        }

        private static PSQLException internal(String message) {
            return new PSQLException(new ServerErrorMessage("SERROR\0CXX000\0M" + message + "\0"));
        }

        @Test
        void aStatementCancelledByTheServerTimedOut() {
            assertThat(failing(db, "set local statement_timeout = 20", "select pg_sleep(10)"))
                    .isInstanceOf(TransactionTimeoutException.class);
        }

        @Test
        void whatTheServerDoesNotSupportLeavesTheConnectionAlone() {
            Throwable failure = catchThrowable(() -> db.transaction(sql -> {
                Integer before = (Integer) sql.fetchValue("select pg_backend_pid()");
                // SQL state 0A000: for the pool alone a reason to close the connection.
                Throwable unsupported = catchThrowable(() ->
                        db.transactor().nested().run(() -> sql.fetch("select count(*) from pg_class for update")));
                assertThat(unsupported).isInstanceOf(StatementFailedException.class);
                assertThat(sql.fetchValue("select pg_backend_pid()")).isEqualTo(before);
                return before;
            }));
            assertThat(failure).isNull();
        }

        @Test
        void aPlanThatAMigrationMadeStaleIsPreparedAnewWhenTheWorkIsRunAgain() throws SQLException {
            family("");
            try (Database prepared = Database.open(database.url() + "?prepareThreshold=1")) {
                List<Integer> widths = new ArrayList<>();
                prepared.transactor()
                        .retry(Retry.exponential(3, Duration.ofMillis(1)))
                        .run(() -> {
                            int attempt = widths.size();
                            for (int i = 0; i < 3; i++) {
                                int width = prepared.access()
                                        .sql()
                                        .fetch("select * from c")
                                        .fieldsRow()
                                        .size();
                                if (i == 2) {
                                    widths.add(width);
                                }
                            }
                            assertThat(attempt).isLessThan(2);
                        });
                run(db, "alter table c add column more int");
                prepared.transactor()
                        .retry(Retry.exponential(3, Duration.ofMillis(1)))
                        .run(() -> widths.add(prepared.access()
                                .sql()
                                .fetch("select * from c")
                                .fieldsRow()
                                .size()));
                assertThat(widths).containsExactly(2, 3);
            }
        }
    }

    @Nested
    @OnEachDatabase(MARIADB)
    class OnMariaDb {

        private final Database db;

        OnMariaDb(TestDatabase database) {
            db = Database.open(database.url());
            run(db, "drop table if exists t", "create table t (id int primary key)", "insert into t values (1)");
        }

        @AfterEach
        void close() {
            db.close();
        }

        @Test
        void aLockThatIsNotWaitedForIsTransient() {
            Throwable failure = catchThrowable(() -> db.transaction(sql -> {
                sql.fetch("select * from t for update");
                return db.transactor()
                        .requiresNew()
                        .call(() -> db.access().sql().fetch("select * from t for update nowait"));
            }));
            assertThat(failure).isInstanceOf(TransientConflictException.class);
        }

        @Test
        void aStatementThatTakesTooLongTimedOut() {
            assertThat(failing(db, "set statement max_statement_time = 0.02 for select sleep(10)"))
                    .isInstanceOf(TransactionTimeoutException.class);
        }

        @Test
        void aSignalOfTheSchemaIsNotGuessedAt() {
            assertThat(failing(db, "signal sqlstate '45000' set message_text = 'not on sundays'"))
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("not on sundays")
                    .hasMessageContaining("not known here");
        }
    }
}
