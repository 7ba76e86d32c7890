package dev.dovetail.core.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.dovetail.core.Database;
import dev.dovetail.core.bulk.BulkRow;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class InstantBindingTest {

    private static final Table<Record> EVENT = table(name("event"));
    private static final Field<Integer> ID = field(name("id"), SQLDataType.INTEGER);
    private static final Field<Instant> AT =
            field(name("at"), SQLDataType.OFFSETDATETIME.asConvertedDataType(new InstantBinding()));

    private static final Instant HALF_SECOND = Instant.parse("2026-03-29T01:30:00.500Z");
    private static final Instant WHOLE_SECOND = Instant.parse("2026-03-29T01:30:01Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-03-30T00:00:00.001Z");

    private final TestDatabase testDatabase;
    private Database database;

    InstantBindingTest(TestDatabase testDatabase) {
        this.testDatabase = testDatabase;
    }

    @BeforeEach
    void createTable() {
        database = Database.open(testDatabase.url());
        String type = switch (database.engine()) {
            case SQLITE -> "timestamp";
            case POSTGRESQL, H2 -> "timestamp(6) with time zone";
            case MARIADB, MYSQL -> "datetime(6)";
        };
        database.transaction(sql -> {
            sql.dropTableIfExists(EVENT).execute();
            return sql.execute(
                    "create table {0} ({1} integer primary key, {2} " + type + ")", EVENT, name("id"), name("at"));
        });
        database.transaction(sql -> sql.insertInto(EVENT, ID, AT)
                .values(1, HALF_SECOND)
                .values(2, WHOLE_SECOND)
                .values(3, NEXT_DAY)
                .values(4, null)
                .execute());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(database.<List<Instant>, RuntimeException>read(
                        sql -> sql.select(AT).from(EVENT).orderBy(ID).fetch(AT)))
                .containsExactly(HALF_SECOND, WHOLE_SECOND, NEXT_DAY, null);
    }

    @Test
    void comparesByTimeWithVariablesAndWithConstants() {
        assertThat(ids(between(HALF_SECOND, WHOLE_SECOND))).containsExactly(1, 2);
        assertThat(database.<List<Integer>, RuntimeException>read(sql -> sql.select(ID)
                        .from(EVENT)
                        .where(AT.gt(inline(HALF_SECOND, AT)).and(AT.lt(inline(NEXT_DAY, AT))))
                        .fetch(ID)))
                .containsExactly(2);
    }

    @Test
    void storesUtcWhateverTheTimeZoneOfThisMachine() {
        String text = switch (database.engine()) {
            case SQLITE -> "select \"at\" || '' from event where id = 1";
            case POSTGRESQL ->
                "select to_char(\"at\" at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') from event" + " where id = 1";
            case H2 ->
                "select formatdatetime(\"at\", 'yyyy-MM-dd HH:mm:ss.SSS', 'en', 'UTC') from event" + " where id = 1";
            case MARIADB, MYSQL -> "select date_format(at, '%Y-%m-%d %H:%i:%s.500') from event where id = 1";
        };
        assertThat(database.<String, RuntimeException>read(
                        sql -> sql.resultQuery(text).fetchSingle(0, String.class)))
                .isEqualTo("2026-03-29 01:30:00.500");
    }

    @Test
    void goesThroughBulkInserts() {
        database.bulk().insert(EVENT).columns(ID, AT).rows(List.of(5), id -> BulkRow.row(id, NEXT_DAY));
        assertThat(ids(between(NEXT_DAY, NEXT_DAY))).containsExactly(3, 5);
    }

    private static Condition between(Instant from, Instant to) {
        return AT.between(from, to);
    }

    private List<Integer> ids(Condition condition) {
        return database.<List<Integer>, RuntimeException>read(
                sql -> sql.select(ID).from(EVENT).where(condition).orderBy(ID).fetch(ID));
    }
}
