package dev.dovetail.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the rules say of PostgreSQL is what PostgreSQL does: which locks it takes, what it rewrites, looks at and refuses. */
@OnEachDatabase(TestEngine.POSTGRESQL)
@Timeout(60)
class PostgresqlClaimsTest {

    private static final String KEY =
            "alter table orders add constraint fk foreign key (user_id) references users (id)";

    private final TestDatabase database;
    private Connection connection;

    PostgresqlClaimsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void tables() throws SQLException {
        connection = database.connect();
        run(
                "drop schema public cascade",
                "create schema public",
                "create type mood as enum ('SAD')",
                "create table users (id bigint primary key, name varchar(50), total numeric(10, 2), mood mood)",
                "create index ix_users on users (total)",
                "create unique index ux_users on users (name)",
                "create table orders (id bigint, user_id bigint)",
                "create materialized view totals as select count(*) as s from users",
                "insert into users select n, 'user ' || n, n from generate_series(1, 10) n");
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void locksThatTheRulesNameAreTaken() throws SQLException {
        assertThat(locks("users", "create index ix on users (total)")).contains("ShareLock");
        assertThat(locks("users", "drop index ix_users")).contains("AccessExclusiveLock");
        assertThat(locks("users", "alter table users alter column name set not null"))
                .contains("AccessExclusiveLock");
        assertThat(locks("users", "alter table users add constraint ck check (id > 0)"))
                .contains("AccessExclusiveLock");
        assertThat(locks("users", "alter table users add constraint uq unique (total)"))
                .contains("AccessExclusiveLock");
        assertThat(locks("users", KEY)).contains("ShareRowExclusiveLock");
        assertThat(locks("orders", KEY)).contains("ShareRowExclusiveLock");
        assertThat(locks("totals", "refresh materialized view totals")).contains("AccessExclusiveLock");
        assertThat(locks("users", "alter table users alter column total type text"))
                .contains("AccessExclusiveLock");
    }

    @Test
    void validatingLetsOthersReadAndWrite() throws SQLException {
        run(KEY + " not valid", "alter table users add constraint ck check (id > 0) not valid");
        connection.commit();
        assertThat(locks("users", "alter table users validate constraint ck"))
                .contains("ShareUpdateExclusiveLock")
                .doesNotContain("AccessExclusiveLock", "ShareRowExclusiveLock");
        assertThat(locks("users", "alter table orders validate constraint fk"))
                .containsOnly("RowShareLock", "AccessShareLock");
        // In the transaction that added it, the strong lock is still there.
        assertThat(locks(
                        "users",
                        "alter table users add constraint c2 check (id > 0) not valid",
                        "alter table users validate constraint c2"))
                .contains("AccessExclusiveLock");
    }

    @Test
    void whatTheRulesCallARewriteIsOneAndTheRestIsNot() throws SQLException {
        for (String rewriting : List.of(
                "alter table users add column token uuid default gen_random_uuid()",
                "alter table users add column seen timestamptz default clock_timestamp()",
                "alter table users add column n bigserial",
                "alter table users add column n bigint generated always as identity",
                "alter table users add column n bigint generated always as (id * 2) stored",
                "alter table users alter column id type text",
                "alter table users alter column total type numeric(12, 4)",
                "alter table users set unlogged",
                "cluster users using ix_users")) {
            assertThat(rewrites(rewriting)).as(rewriting).isTrue();
        }
        for (String quick : List.of(
                "alter table users add column age integer default 0 not null",
                "alter table users add column seen timestamptz default now()",
                "alter table users alter column name type varchar(200)",
                "alter table users alter column name type text",
                "alter table users alter column total type numeric(14, 2)")) {
            assertThat(rewrites(quick)).as(quick).isFalse();
        }
    }

    @Test
    void aValidatedCheckSparesTheScanForNotNull() throws SQLException {
        String notNull = "alter table users alter column name set not null";
        assertThat(notices(notNull)).anyMatch(line -> line.contains("verifying table \"users\""));
        connection.rollback();
        run("alter table users add constraint nn check (name is not null) not valid");
        connection.commit();
        assertThat(notices(notNull)).anyMatch(line -> line.contains("verifying table \"users\""));
        connection.rollback();
        run("alter table users validate constraint nn");
        connection.commit();
        assertThat(notices(notNull))
                .anyMatch(line -> line.contains("are sufficient to prove that it does not contain nulls"))
                .noneMatch(line -> line.contains("verifying table"));
    }

    @Test
    void constraintsThatAreNotValidLookAtNoRow() throws SQLException {
        String check = "alter table users add constraint ck check (id > 0)";
        assertThat(notices(check)).anyMatch(line -> line.contains("verifying table"));
        connection.rollback();
        assertThat(notices(check + " not valid")).noneMatch(line -> line.contains("verifying table"));
    }

    @Test
    void whatIsSaidToBeRefusedIsRefused() throws SQLException {
        assertRefused("25001", "create index concurrently ix on users (total)");
        assertRefused("25001", "drop index concurrently ix_users");
        assertRefused("25001", "vacuum users");
        assertRefused("25001", "reindex table concurrently users");
        assertRefused("55P04", "alter type mood add value 'CALM'", "update users set mood = 'CALM'");
        assertRefused("23502", "alter table users add column age integer not null");
    }

    private void assertRefused(String state, String... statements) throws SQLException {
        assertThatThrownBy(() -> run(statements))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo(state));
        connection.rollback();
    }

    private List<String> locks(String table, String... statements) throws SQLException {
        run(statements);
        List<String> modes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select distinct mode from pg_locks where pid = pg_backend_pid()"
                        + " and relation = '" + table + "'::regclass")) {
            while (rows.next()) {
                modes.add(rows.getString(1));
            }
        }
        connection.rollback();
        return modes;
    }

    private boolean rewrites(String sql) throws SQLException {
        long before = fileOfUsers();
        run(sql);
        boolean rewritten = fileOfUsers() != before;
        connection.rollback();
        return rewritten;
    }

    private long fileOfUsers() throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_relation_filenode('users')")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What the server tells about its work. */
    private List<String> notices(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local client_min_messages = debug1");
            statement.execute(sql);
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                lines.add(warning.getMessage());
            }
        }
        return lines;
    }

    private void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
