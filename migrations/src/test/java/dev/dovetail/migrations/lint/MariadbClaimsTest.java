package dev.dovetail.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.support.SchemaBench;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the rules say of MariaDB is what it does: what it cannot do in place or without a lock, it refuses to promise. */
@OnEachDatabase(TestEngine.MARIADB)
@Timeout(60)
class MariadbClaimsTest {

    private final SchemaBench bench;

    MariadbClaimsTest(TestDatabase database) {
        this.bench = new SchemaBench(database);
    }

    @BeforeEach
    void tables() {
        bench.clear();
        bench.run(List.of(
                "create table users (id bigint primary key, name varchar(50)) engine = InnoDB",
                "create table orders (id bigint, user_id bigint) engine = InnoDB",
                "insert into users values (1, 'Ann'), (2, 'Bob')"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatCopiesTheTableCannotBeDoneInPlace() {
        for (String copying : List.of(
                "alter table users modify id int",
                "alter table users modify name varchar(20)",
                "alter table orders add constraint fk foreign key (user_id) references users (id)",
                "alter table users add constraint ck check (id > 0)",
                "alter table users drop primary key",
                "alter table users convert to character set latin1",
                "alter table users add column n bigint generated always as (id * 2) stored")) {
            assertThatThrownBy(() -> bench.run(List.of(copying + ", algorithm = inplace")))
                    .as(copying)
                    .hasMessageContaining("ALGORITHM=INPLACE is not supported");
        }
    }

    @Test
    void whatIsNoFindingIsDoneInPlaceAndWithoutALock() {
        bench.run(List.of(
                "alter table users add column age integer default 0 not null, algorithm = inplace, lock = none",
                "alter table users add index ix (name), algorithm = inplace, lock = none",
                "alter table users add column n bigint generated always as (id * 2) virtual, algorithm = inplace,"
                        + " lock = none",
                "alter table users drop primary key, add primary key (id, age), algorithm = inplace, lock = none"));
        assertThatThrownBy(() -> bench.run(
                        List.of("alter table users add fulltext index ft (name), algorithm = inplace, lock = none")))
                .hasMessageContaining("LOCK=NONE is not supported");
    }

    @Test
    void aColumnWithoutNullAndDefaultGetsAMadeUpValue() {
        bench.run(List.of(
                "alter table users add column age integer not null",
                "alter table users add column c varchar(9) not null"));
        assertThat(bench.strings("select concat(age, '|', c) from users")).containsExactly("0|", "0|");
    }
}
