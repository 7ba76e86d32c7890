package dev.dovetail.migrations.lint;

import static dev.dovetail.core.engine.Engine.H2;
import static dev.dovetail.core.engine.Engine.MARIADB;
import static dev.dovetail.core.engine.Engine.MYSQL;
import static dev.dovetail.core.engine.Engine.POSTGRESQL;
import static dev.dovetail.core.engine.Engine.SQLITE;

import dev.dovetail.core.engine.Engine;
import java.util.ArrayList;
import java.util.List;

/** For each rule and engine: scripts that it speaks of, and scripts like them that it does not. */
final class LintCases {

    static final String NEXT_SCRIPT = "\n====\n";

    private static final String USERS =
            "create table users (id bigint primary key, name varchar(50), total numeric(10, 2));";

    private final List<LintCase> cases = new ArrayList<>();

    /**
     * One of them.
     *
     * @param scripts the last of them is looked at
     */
    record LintCase(LintRule rule, Engine engine, boolean found, List<String> scripts) {
        @Override
        public String toString() {
            return rule.id() + " on " + engine.id() + (found ? " finds: " : " is silent: ")
                    + scripts.get(scripts.size() - 1).replace("\n", " ");
        }
    }

    static List<LintCase> all() {
        LintCases cases = new LintCases();
        cases.unknown();
        cases.indexes();
        cases.columns();
        cases.types();
        cases.constraints();
        cases.renamesAndDrops();
        cases.rows();
        cases.maintenance();
        cases.transactions();
        cases.sqlite();
        cases.mysqlFamily();
        return cases.cases;
    }

    private void add(LintRule rule, boolean found, String sql, Engine... engines) {
        for (Engine engine : engines) {
            cases.add(new LintCase(rule, engine, found, List.of(sql.split(NEXT_SCRIPT))));
        }
    }

    private void finds(LintRule rule, String sql, Engine... engines) {
        add(rule, true, sql, engines);
    }

    private void silent(LintRule rule, String sql, Engine... engines) {
        add(rule, false, sql, engines);
    }

    private void unknown() {
        Engine[] all = Engine.values();
        finds(LintRule.NOT_UNDERSTOOD, "frobnicate table users;", all);
        finds(LintRule.NOT_UNDERSTOOD, "alter table users frobnicate name;", all);
        finds(LintRule.NOT_UNDERSTOOD, "do $$ begin perform 1; end $$;", POSTGRESQL);
        finds(LintRule.NOT_UNDERSTOOD, "call clean_up();", MARIADB, POSTGRESQL);
        silent(
                LintRule.NOT_UNDERSTOOD,
                USERS + " insert into users values (1, 'alter table users frobnicate', 0);",
                all);
        silent(LintRule.NOT_UNDERSTOOD, "with a as (select 1) select * from a; create view v as select 1 as one;", all);
        silent(LintRule.NO_WAY_BACK, USERS, all);
        finds(LintRule.BAD_IGNORE, "-- lint: ignore DVT-L99 no such rule\n" + USERS, all);
        finds(LintRule.BAD_IGNORE, "-- lint: ignore DVT-L16\ndrop table users;", all);
        finds(LintRule.BAD_IGNORE, "-- lint: ignore DVT-L16 nothing is dropped\n" + USERS, all);
        silent(LintRule.BAD_IGNORE, "-- lint: ignore DVT-L16 nobody reads it since 1.4\ndrop table users;", all);
    }

    private void indexes() {
        finds(LintRule.INDEX_BLOCKS_WRITES, "create index ix on users (name);", POSTGRESQL);
        finds(
                LintRule.INDEX_BLOCKS_WRITES,
                "create unique index if not exists ix on only public.\"users\" (name);",
                POSTGRESQL);
        silent(
                LintRule.INDEX_BLOCKS_WRITES,
                "-- no-transaction\ncreate index concurrently ix on users (name);",
                POSTGRESQL);
        silent(LintRule.INDEX_BLOCKS_WRITES, USERS + "create index ix on Users (name);", POSTGRESQL);
        silent(LintRule.INDEX_BLOCKS_WRITES, "create index ix on users (name);", SQLITE);
        finds(LintRule.NEEDS_NO_TRANSACTION, "create index concurrently ix on users (name);", POSTGRESQL);
        finds(LintRule.NEEDS_NO_TRANSACTION, "vacuum users;", POSTGRESQL);
        finds(LintRule.NEEDS_NO_TRANSACTION, "reindex table concurrently users;", POSTGRESQL);
        silent(LintRule.NEEDS_NO_TRANSACTION, "-- no-transaction\nvacuum users;", POSTGRESQL);
        silent(LintRule.NEEDS_NO_TRANSACTION, "create index ix on users (name);", POSTGRESQL);
        finds(LintRule.DROP_INDEX_LOCKS, "drop index if exists ix;", POSTGRESQL);
        silent(LintRule.DROP_INDEX_LOCKS, "-- no-transaction\ndrop index concurrently ix;", POSTGRESQL);
        silent(LintRule.DROP_INDEX_LOCKS, "drop index ix on users;", MARIADB);
    }

    private void columns() {
        Engine[] all = Engine.values();
        finds(LintRule.NOT_NULL_SCANS, "alter table users alter column name set not null;", POSTGRESQL);
        silent(
                LintRule.NOT_NULL_SCANS,
                USERS + NEXT_SCRIPT + "alter table users add constraint c check (name is not null) not valid;"
                        + NEXT_SCRIPT
                        + "alter table users validate constraint c; alter table users alter column name set not null,"
                        + " drop constraint c;",
                POSTGRESQL);
        finds(
                LintRule.NOT_NULL_SCANS,
                "alter table users add constraint c check (name is not null) not valid;" + NEXT_SCRIPT
                        + "alter table users alter column name set not null;",
                POSTGRESQL);
        silent(LintRule.NOT_NULL_SCANS, USERS + "alter table users alter name set not null;", POSTGRESQL);
        finds(LintRule.NOT_NULL_WITHOUT_DEFAULT, "alter table users add column age integer not null;", all);
        finds(LintRule.NOT_NULL_WITHOUT_DEFAULT, "alter table users add age integer not null;", all);
        silent(LintRule.NOT_NULL_WITHOUT_DEFAULT, "alter table users add column age integer default 0 not null;", all);
        silent(
                LintRule.NOT_NULL_WITHOUT_DEFAULT,
                "alter table users add column age integer check (age is not null);",
                all);
        silent(LintRule.NOT_NULL_WITHOUT_DEFAULT, USERS + "alter table users add column age integer not null;", all);
        finds(
                LintRule.VOLATILE_DEFAULT,
                "alter table users add column token uuid default gen_random_uuid() not null;",
                POSTGRESQL);
        finds(
                LintRule.VOLATILE_DEFAULT,
                "alter table users add seen timestamptz default clock_timestamp();",
                POSTGRESQL);
        silent(LintRule.VOLATILE_DEFAULT, "alter table users add column seen timestamptz default now();", POSTGRESQL);
        silent(
                LintRule.VOLATILE_DEFAULT,
                "alter table users alter column token set default gen_random_uuid();",
                POSTGRESQL);
        finds(LintRule.STORED_COLUMN_ADDED, "alter table users add column n bigserial;", POSTGRESQL);
        finds(
                LintRule.STORED_COLUMN_ADDED,
                "alter table users add column n bigint generated always as identity;",
                POSTGRESQL);
        finds(
                LintRule.STORED_COLUMN_ADDED,
                "alter table users add column n bigint generated always as (id * 2) stored;",
                POSTGRESQL,
                MARIADB,
                MYSQL);
        silent(
                LintRule.STORED_COLUMN_ADDED,
                "alter table users add column n bigint generated always as (id * 2) virtual;",
                MARIADB,
                MYSQL);
        silent(LintRule.STORED_COLUMN_ADDED, "alter table users add column n bigint;", POSTGRESQL, MARIADB, MYSQL);
        finds(LintRule.NULL_ALLOWED, "alter table users alter column name drop not null;", POSTGRESQL, H2);
        silent(LintRule.NULL_ALLOWED, "alter table users alter column name set not null;", POSTGRESQL, H2);
        finds(
                LintRule.DEFAULT_DROPPED,
                "alter table users alter column name drop default;",
                POSTGRESQL,
                H2,
                MARIADB,
                MYSQL);
        silent(
                LintRule.DEFAULT_DROPPED,
                "alter table users alter column name set default 'x';",
                POSTGRESQL,
                H2,
                MARIADB,
                MYSQL);
    }

    private void types() {
        finds(LintRule.TYPE_CHANGED, USERS + NEXT_SCRIPT + "alter table users alter column id type text;", POSTGRESQL);
        finds(
                LintRule.TYPE_CHANGED,
                USERS + NEXT_SCRIPT + "alter table users alter column name type varchar(20);",
                POSTGRESQL);
        finds(
                LintRule.TYPE_CHANGED,
                USERS + NEXT_SCRIPT + "alter table users alter column total set data type numeric(12, 4);",
                POSTGRESQL);
        finds(LintRule.TYPE_CHANGED, "alter table users alter column name type varchar(200);", POSTGRESQL);
        silent(
                LintRule.TYPE_CHANGED,
                USERS + NEXT_SCRIPT + "alter table users alter column name type varchar(200);",
                POSTGRESQL);
        silent(
                LintRule.TYPE_CHANGED,
                USERS + NEXT_SCRIPT + "alter table users alter column name type text;",
                POSTGRESQL);
        silent(
                LintRule.TYPE_CHANGED,
                USERS + NEXT_SCRIPT + "alter table users alter column total type numeric(14, 2);",
                POSTGRESQL);
        finds(LintRule.TYPE_CHANGED, USERS + NEXT_SCRIPT + "alter table users modify column id int;", MARIADB, MYSQL);
        finds(LintRule.TYPE_CHANGED, USERS + NEXT_SCRIPT + "alter table users change id id int;", MARIADB, MYSQL);
        silent(
                LintRule.TYPE_CHANGED,
                USERS + NEXT_SCRIPT + "alter table users modify name varchar(50) not null;",
                MARIADB,
                MYSQL);
        finds(LintRule.TYPE_CHANGED, USERS + NEXT_SCRIPT + "alter table users alter column id set data type int;", H2);
        silent(LintRule.TYPE_CHANGED, "alter table users alter column id set default 1;", H2);
    }

    private void constraints() {
        String key = "alter table orders add constraint fk foreign key (user_id) references users (id)";
        finds(LintRule.FOREIGN_KEY_VALIDATES, key + ";", POSTGRESQL, MARIADB, MYSQL);
        finds(
                LintRule.FOREIGN_KEY_VALIDATES,
                "alter table orders add foreign key (user_id) references users;",
                POSTGRESQL,
                MARIADB,
                MYSQL);
        silent(LintRule.FOREIGN_KEY_VALIDATES, key + " not valid;", POSTGRESQL);
        silent(
                LintRule.FOREIGN_KEY_VALIDATES,
                "create table orders (id int, user_id int); " + key + ";",
                POSTGRESQL,
                MARIADB,
                MYSQL);
        String check = "alter table users add constraint ck check (length(name) > 1)";
        finds(LintRule.CHECK_VALIDATES, check + ";", POSTGRESQL, MARIADB, MYSQL);
        silent(LintRule.CHECK_VALIDATES, check + " not valid;", POSTGRESQL);
        silent(LintRule.CHECK_VALIDATES, USERS + check + ";", POSTGRESQL, MARIADB, MYSQL);
        finds(
                LintRule.VALIDATED_UNDER_LOCK,
                check + " not valid; alter table users validate constraint ck;",
                POSTGRESQL);
        silent(
                LintRule.VALIDATED_UNDER_LOCK,
                check + " not valid;" + NEXT_SCRIPT + "alter table users validate constraint ck;",
                POSTGRESQL);
        finds(LintRule.KEY_BUILDS_INDEX, "alter table users add constraint uq unique (name);", POSTGRESQL);
        finds(LintRule.KEY_BUILDS_INDEX, "alter table users add primary key (id);", POSTGRESQL);
        finds(
                LintRule.KEY_BUILDS_INDEX,
                "alter table users add constraint x exclude using gist (period with &&);",
                POSTGRESQL);
        silent(
                LintRule.KEY_BUILDS_INDEX,
                "alter table users add constraint uq unique using index ix_unique;",
                POSTGRESQL);
        silent(LintRule.KEY_BUILDS_INDEX, USERS + "alter table users add constraint uq unique (name);", POSTGRESQL);
    }

    private void renamesAndDrops() {
        Engine[] all = Engine.values();
        finds(LintRule.COLUMN_RENAMED, "alter table users rename column name to full_name;", all);
        finds(LintRule.COLUMN_RENAMED, "alter table users rename name to full_name;", POSTGRESQL, SQLITE);
        finds(LintRule.COLUMN_RENAMED, "alter table users change column name full_name varchar(50);", MARIADB, MYSQL);
        finds(LintRule.COLUMN_RENAMED, "alter table users alter column name rename to full_name;", H2);
        silent(LintRule.COLUMN_RENAMED, USERS + "alter table users rename column name to full_name;", all);
        silent(LintRule.COLUMN_RENAMED, "alter table users rename constraint a to b;", POSTGRESQL);
        finds(LintRule.TABLE_RENAMED, "alter table users rename to people;", all);
        finds(LintRule.TABLE_RENAMED, "rename table users to people;", MARIADB, MYSQL);
        silent(
                LintRule.TABLE_RENAMED,
                "alter table users rename to people; create view users as select * from people;",
                all);
        silent(LintRule.TABLE_RENAMED, "alter table users rename column name to full_name;", all);
        finds(LintRule.COLUMN_DROPPED, "alter table users drop column if exists name;", all);
        finds(LintRule.COLUMN_DROPPED, "alter table users drop name;", all);
        silent(LintRule.COLUMN_DROPPED, "alter table users drop constraint ck;", all);
        finds(LintRule.TABLE_DROPPED, "drop table if exists users;", all);
        silent(LintRule.TABLE_DROPPED, USERS + "drop table users;", all);
        finds(LintRule.CASCADE, "drop view v cascade;", POSTGRESQL, H2);
        finds(LintRule.CASCADE, "alter table users drop column name cascade;", POSTGRESQL, H2);
        finds(LintRule.CASCADE, "truncate users cascade;", POSTGRESQL);
        silent(LintRule.CASCADE, "drop view v;", POSTGRESQL, H2);
        silent(
                LintRule.CASCADE,
                "alter table o add constraint fk foreign key (u) references users on delete cascade;",
                POSTGRESQL,
                H2);
        finds(LintRule.USED_OBJECT_DROPPED, "drop view v;", all);
        silent(LintRule.USED_OBJECT_DROPPED, "drop index ix;", all);
    }

    private void rows() {
        Engine[] all = Engine.values();
        finds(LintRule.ROWS_THROWN_AWAY, "delete from users;", all);
        finds(LintRule.ROWS_THROWN_AWAY, "truncate table users;", POSTGRESQL, H2, MARIADB, MYSQL);
        silent(LintRule.ROWS_THROWN_AWAY, "delete from users where id = 1;", all);
        silent(LintRule.ROWS_THROWN_AWAY, USERS + "delete from users;", all);
        finds(LintRule.EVERY_ROW_UPDATED, "update users set name = 'x';", all);
        finds(LintRule.EVERY_ROW_UPDATED, "update users set name = 'x' where name is null;", all);
        silent(LintRule.EVERY_ROW_UPDATED, "update users set name = 'x' where id between 1 and 100;", all);
        silent(LintRule.EVERY_ROW_UPDATED, USERS + "update users set name = 'x';", all);
    }

    private void maintenance() {
        finds(LintRule.TABLE_REWRITTEN, "-- no-transaction\nvacuum full users;", POSTGRESQL);
        finds(LintRule.TABLE_REWRITTEN, "alter table users set unlogged;", POSTGRESQL);
        finds(LintRule.TABLE_REWRITTEN, "cluster users using ix;", POSTGRESQL);
        finds(LintRule.TABLE_REWRITTEN, "reindex table users;", POSTGRESQL);
        silent(LintRule.TABLE_REWRITTEN, "alter table users set (fillfactor = 70);", POSTGRESQL);
        silent(LintRule.TABLE_REWRITTEN, "-- no-transaction\nreindex table concurrently users;", POSTGRESQL);
        finds(LintRule.TABLE_REWRITTEN, "optimize table users;", MARIADB, MYSQL);
        finds(LintRule.TABLE_REWRITTEN, "alter table users engine = InnoDB;", MARIADB, MYSQL);
        silent(LintRule.TABLE_REWRITTEN, "alter table users comment = 'people';", MARIADB, MYSQL);
        finds(LintRule.EXPLICIT_LOCK, "lock table users in share mode;", POSTGRESQL);
        finds(LintRule.EXPLICIT_LOCK, "lock tables users write;", MARIADB, MYSQL);
        silent(LintRule.EXPLICIT_LOCK, "insert into users values (1, 'lock', 1);", POSTGRESQL, MARIADB, MYSQL);
        finds(LintRule.REFRESH_BLOCKS_READS, "refresh materialized view totals;", POSTGRESQL);
        silent(LintRule.REFRESH_BLOCKS_READS, "refresh materialized view concurrently totals;", POSTGRESQL);
        finds(
                LintRule.PARTITION_LOCKS,
                "alter table users attach partition users_1 for values from (1) to (2);",
                POSTGRESQL);
        finds(LintRule.PARTITION_LOCKS, "alter table users detach partition users_1;", POSTGRESQL);
        silent(
                LintRule.PARTITION_LOCKS,
                "-- no-transaction\nalter table users detach partition users_1 concurrently;",
                POSTGRESQL);
        String trigger = "create trigger t after insert on users for each row execute function f();";
        finds(LintRule.TRIGGER_ADDED, trigger, POSTGRESQL, MARIADB, MYSQL);
        silent(LintRule.TRIGGER_ADDED, USERS + trigger, POSTGRESQL, MARIADB, MYSQL);
        finds(
                LintRule.ENUM_VALUE_USED,
                "alter type mood add value 'CALM'; update users set mood = 'CALM';",
                POSTGRESQL);
        silent(LintRule.ENUM_VALUE_USED, "alter type mood add value 'CALM';", POSTGRESQL);
        silent(
                LintRule.ENUM_VALUE_USED,
                "alter type mood add value 'CALM';" + NEXT_SCRIPT + "update users set mood = 'CALM';",
                POSTGRESQL);
        finds(LintRule.ENUM_VALUE_RENAMED, "alter type mood rename value 'SAD' to 'BLUE';", POSTGRESQL);
        silent(LintRule.ENUM_VALUE_RENAMED, "alter type mood rename to moods;", POSTGRESQL);
    }

    private void transactions() {
        finds(
                LintRule.ROWS_UNDER_LOCK,
                "alter table users add column x int; update users set x = 1 where id < 10;",
                POSTGRESQL);
        silent(LintRule.ROWS_UNDER_LOCK, "update users set x = 1 where id < 10;", POSTGRESQL);
        silent(
                LintRule.ROWS_UNDER_LOCK,
                "update users set x = 1 where id < 10; alter table users drop constraint c;",
                POSTGRESQL);
        finds(LintRule.NO_LOCK_TIMEOUT, "alter table users add column x int;", POSTGRESQL);
        silent(
                LintRule.NO_LOCK_TIMEOUT,
                "set local lock_timeout = '5s'; alter table users add column x int;",
                POSTGRESQL);
        finds(
                LintRule.NO_LOCK_TIMEOUT,
                "set statement_timeout = '5s'; alter table users add column x int;",
                POSTGRESQL);
        silent(LintRule.NO_LOCK_TIMEOUT, "alter table users validate constraint c;", POSTGRESQL);
        silent(LintRule.NO_LOCK_TIMEOUT, USERS, POSTGRESQL);
        finds(LintRule.HALF_APPLIED, "create table a (id int); create table b (id int);", MARIADB, MYSQL, H2);
        finds(
                LintRule.HALF_APPLIED,
                "-- no-transaction\ncreate table a (id int); create table b (id int);",
                POSTGRESQL,
                SQLITE);
        silent(LintRule.HALF_APPLIED, "create table a (id int); create table b (id int);", POSTGRESQL, SQLITE);
        silent(LintRule.HALF_APPLIED, "set names utf8mb4; create table a (id int);", MARIADB, MYSQL);
        silent(LintRule.HALF_APPLIED, "create table a (id int);", H2);
    }

    private void sqlite() {
        finds(
                LintRule.TABLE_MADE_ANEW,
                "create table new_users (id integer); insert into new_users (id) select id from users; drop table users;"
                        + " alter table new_users rename to users;",
                SQLITE);
        silent(LintRule.TABLE_MADE_ANEW, "create table new_users (id integer);", SQLITE);
        for (LintRule quiet : List.of(LintRule.TABLE_DROPPED, LintRule.TABLE_RENAMED)) {
            silent(
                    quiet,
                    "create table new_users (id integer); insert into new_users (id) select id from users;"
                            + " drop table users; alter table new_users rename to users;",
                    SQLITE);
        }
        finds(
                LintRule.TABLE_DROPPED,
                "create table new_users (id integer); drop table users; alter table new_users rename to users;",
                SQLITE);
        finds(LintRule.CANNOT_BE_ADDED, "alter table users add column email text unique;", SQLITE);
        finds(LintRule.CANNOT_BE_ADDED, "alter table users add column at text default current_timestamp;", SQLITE);
        finds(LintRule.CANNOT_BE_ADDED, "alter table users add n generated always as (id * 2) stored;", SQLITE);
        silent(LintRule.CANNOT_BE_ADDED, "alter table users add column email text default 'none';", SQLITE);
        finds(LintRule.DIGITS_LOST, "create table a (id integer, total numeric(19, 4));", SQLITE);
        finds(LintRule.DIGITS_LOST, "alter table users add column total decimal(18);", SQLITE);
        finds(LintRule.DIGITS_LOST, "alter table users add column total decimal(16, 2);", SQLITE);
        silent(LintRule.DIGITS_LOST, "alter table users add column total decimal(15, 2);", SQLITE);
        silent(LintRule.DIGITS_LOST, "create table a (t decimal_text(19, 4), n numeric(10, 2));", SQLITE);
        finds(LintRule.PRAGMA_WITHOUT_EFFECT, "pragma foreign_keys = off;", SQLITE);
        silent(LintRule.PRAGMA_WITHOUT_EFFECT, "-- no-transaction\npragma foreign_keys = off;", SQLITE);
        silent(LintRule.PRAGMA_WITHOUT_EFFECT, "pragma user_version = 3;", SQLITE);
    }

    private void mysqlFamily() {
        finds(LintRule.TABLE_COPIED, "alter table users drop primary key;", MARIADB, MYSQL);
        finds(LintRule.TABLE_COPIED, "alter table users convert to character set utf8mb4;", MARIADB, MYSQL);
        silent(
                LintRule.TABLE_COPIED,
                "alter table users drop primary key, add primary key (id, name);",
                MARIADB,
                MYSQL);
        finds(LintRule.TABLE_COPIED, "alter table users add column x int, algorithm = copy;", MARIADB, MYSQL);
        silent(LintRule.TABLE_COPIED, "alter table users add column x int, algorithm = inplace;", MARIADB, MYSQL);
        finds(LintRule.SPECIAL_INDEX_LOCKS, "create fulltext index ft on users (name);", MARIADB, MYSQL);
        finds(LintRule.SPECIAL_INDEX_LOCKS, "alter table users add fulltext index ft (name);", MARIADB, MYSQL);
        silent(LintRule.SPECIAL_INDEX_LOCKS, "create index ix on users (name);", MARIADB, MYSQL);
    }
}
