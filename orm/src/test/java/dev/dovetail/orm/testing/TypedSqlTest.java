package dev.dovetail.orm.testing;

import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static dev.dovetail.testing.database.SchemaSource.ENTITIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.table;

import dev.dovetail.core.Database;
import dev.dovetail.testing.database.FreshDatabase;
import org.junit.jupiter.api.RepeatedTest;

/** The lines of the README of dovetail-testing, compiled and run; twice, to see that the second time is fresh. */
// README fresh
@FreshDatabase(
        value = {SQLITE, POSTGRESQL},
        schema = ENTITIES,
        entities = Member.class)
class TypedSqlTest {

    @RepeatedTest(2)
    void countsMembers(Database db) {
        db.transaction(sql -> sql.execute("insert into members (email, version) values ('ann@example.com', 1)"));

        int members = db.read(sql -> sql.fetchCount(table("members")));

        assertThat(members).isEqualTo(1);
    }
}
// end
