package dev.dovetail.core.bulk;

import static dev.dovetail.core.bulk.BulkRow.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;

/** What COPY writes is read back as what an ordinary INSERT would have written. */
@Timeout(60)
@OnEachDatabase(TestEngine.POSTGRESQL)
class CopyTypesTest {

    private final Database db;

    CopyTypesTest(TestDatabase database) {
        db = Database.open(database.url());
    }

    @AfterEach
    void close() {
        db.close();
    }

    private <T> void roundTrips(DataType<T> type, List<T> values) {
        var table = DSL.table(DSL.name("copied"));
        Field<Integer> position = DSL.field(DSL.name("position"), SQLDataType.INTEGER);
        Field<T> value = DSL.field(DSL.name("value"), type);
        db.transaction(sql -> {
            sql.dropTableIfExists(table).execute();
            return sql.createTable(table).column(position).column(value).execute();
        });
        db.bulk().insert(table).columns(position, value).rows(values, v -> row(values.indexOf(v), v));
        db.bulk().insert(table).columns(position, value).rows(List.of(-1), nothing -> row(-1, null));
        List<T> read = db.read(sql -> sql.select(value)
                .from(table)
                .where(position.ge(0))
                .orderBy(position)
                .fetch(value));
        assertThat(Arrays.deepEquals(read.toArray(), values.toArray()))
                .as("%s, expected %s", Arrays.deepToString(read.toArray()), Arrays.deepToString(values.toArray()))
                .isTrue();
        int nulls = db.read(sql -> sql.fetchCount(table, value.isNull()));
        assertThat(nulls).isEqualTo(1);
    }

    @Test
    void numbers() {
        roundTrips(SQLDataType.BIGINT, List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE));
        roundTrips(SQLDataType.INTEGER, List.of(Integer.MIN_VALUE, 0, Integer.MAX_VALUE));
        roundTrips(SQLDataType.SMALLINT, List.of(Short.MIN_VALUE, (short) 0, Short.MAX_VALUE));
        roundTrips(
                SQLDataType.NUMERIC(38, 4),
                List.of(new BigDecimal("-9999999999999999999999999999999999.9999"), new BigDecimal("0.0001")));
        roundTrips(
                SQLDataType.DOUBLE,
                List.of(Double.MIN_VALUE, Double.MAX_VALUE, Double.NEGATIVE_INFINITY, Double.NaN, -0.5));
        roundTrips(SQLDataType.REAL, List.of(Float.MIN_VALUE, Float.MAX_VALUE, 1.1f));
    }

    @Test
    void datesAndTimes() {
        roundTrips(
                SQLDataType.LOCALDATE,
                List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), LocalDate.of(20_000, 2, 29)));
        roundTrips(
                SQLDataType.LOCALDATETIME(6),
                List.of(LocalDateTime.of(1, 1, 1, 0, 0), LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000)));
        roundTrips(SQLDataType.INSTANT, List.of(Instant.EPOCH, Instant.parse("2026-03-29T01:30:00.123456Z")));
    }

    @Test
    void timesKeepTheirMicroseconds() {
        var table = DSL.table(DSL.name("times"));
        Field<LocalTime> at = DSL.field(DSL.name("at"), SQLDataType.LOCALTIME(6));
        db.transaction(sql -> sql.createTable(table).column(at).execute());
        db.bulk().insert(table).columns(at).rows(List.of(LocalTime.of(23, 59, 59, 999_999_000)), BulkRow::row);
        // As text: jOOQ itself reads a time through java.sql.Time, which has no fractions.
        String read = db.read(sql ->
                sql.select(at.cast(String.class)).from(table).fetchSingle().value1());
        assertThat(read).isEqualTo("23:59:59.999999");
    }

    @Test
    void aMomentIsTheSameMomentWhateverItsOffset() {
        // PostgreSQL itself reads no offset of 16 hours or more.
        List<OffsetDateTime> given = List.of(
                OffsetDateTime.parse("2026-11-20T05:45:00+05:45"), OffsetDateTime.parse("2026-11-20T17:30:00+17:30"));
        var table = DSL.table(DSL.name("moments"));
        Field<OffsetDateTime> at = DSL.field(DSL.name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE(6));
        db.transaction(sql -> sql.createTable(table).column(at).execute());
        db.bulk().insert(table).columns(at).rows(given, BulkRow::row);
        List<OffsetDateTime> read = db.read(sql -> sql.select(at).from(table).fetch(at));
        assertThat(read.stream().map(OffsetDateTime::toInstant).distinct())
                .containsExactly(Instant.parse("2026-11-20T00:00:00Z"));
    }

    @Test
    void bytesUuidsBooleansJsonAndArrays() {
        roundTrips(SQLDataType.BLOB, List.of(new byte[0], new byte[] {0, 1, 9, 10, 13, 92, -128, 127}));
        roundTrips(
                SQLDataType.UUID, List.of(UUID.fromString("00000000-0000-0000-0000-000000000000"), new UUID(-1, -1)));
        roundTrips(SQLDataType.BOOLEAN, List.of(true, false));
        roundTrips(SQLDataType.JSONB, List.of(JSONB.jsonb("{\"a\": [1, null, \"\\\\ \\n\\t \\\"\"]}")));
        roundTrips(
                SQLDataType.VARCHAR.array(),
                List.of(new String[] {"a,b", "\"", "\\", "NULL", "", "{}", "tab\t"}, new String[0]));
        roundTrips(SQLDataType.BIGINT.array(), List.<Long[]>of(new Long[] {1L, null, -1L}));
    }

    @Test
    void theServerItselfRefusesACopyThatWasHiddenFromUs() {
        var table = DSL.table(DSL.name("guarded"));
        db.transaction(
                sql -> sql.createTable(table).column("id", SQLDataType.BIGINT).execute());
        assertThatThrownBy(() -> db.transactor()
                        .readOnly()
                        .run(() -> db.access()
                                .connection()
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn("copy guarded from stdin", new ByteArrayInputStream("1\n".getBytes(UTF_8)))))
                .hasMessageContaining("read-only");
    }

    @Test
    void aTypeWithoutTextIsRefused() {
        var table = DSL.table(DSL.name("others"));
        Field<Object> other = DSL.field(DSL.name("other"), SQLDataType.OTHER);
        db.transaction(sql -> sql.execute("create table others (other text)"));
        assertThatThrownBy(() -> db.bulk()
                        .insert(table)
                        .columns(other)
                        .rows(List.of("fits", Thread.State.NEW, this), BulkRow::row))
                .isInstanceOfSatisfying(
                        BadBulkRowException.class,
                        bad -> assertThat(bad.rowIndex()).isEqualTo(2))
                .hasMessageContaining("Row 2")
                .hasMessageContaining("column other")
                .hasMessageContaining(CopyTypesTest.class.getName());
        assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(table)))
                .isZero();
    }
}
