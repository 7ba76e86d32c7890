package dev.dovetail.core.bulk;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.type.InstantBinding;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every way of bulk stores exactly what an ordinary insert of jOOQ stores. */
@Timeout(60)
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class BulkTypesTest {

    private static final Table<Record> TYPED = DSL.table(DSL.name("typed"));
    private static final Field<Integer> POSITION = DSL.field(DSL.name("position"), SQLDataType.INTEGER.notNull());

    private final Database db;

    BulkTypesTest(TestDatabase database) {
        db = Database.open(database.url());
    }

    @AfterEach
    void close() {
        db.close();
    }

    @SafeVarargs
    private <T> void isStoredAsByJooq(DataType<T> type, T... values) {
        isStoredAsByJooq(type, null, List.of(values));
    }

    private <T> void isStoredAsByJooq(DataType<T> type, String typeOnServer, List<T> given) {
        List<T> values = new ArrayList<>(given);
        values.add(null);
        Field<T> value = DSL.field(DSL.name("value"), type.nullable(true));
        db.transaction(sql -> {
            sql.dropTableIfExists(TYPED).execute();
            if (typeOnServer == null) {
                sql.createTable(TYPED)
                        .column(POSITION)
                        .column(value)
                        .primaryKey(POSITION)
                        .execute();
            } else {
                sql.execute(
                        "create table {0} ({1} integer not null primary key, {2} " + typeOnServer + " null)",
                        TYPED,
                        POSITION,
                        value);
            }
            for (int i = 0; i < values.size(); i++) {
                sql.insertInto(TYPED, POSITION, value).values(i, values.get(i)).execute();
                sql.insertInto(TYPED, POSITION, value).values(3_000 + i, null).execute();
            }
            return sql;
        });
        List<Integer> positions = IntStream.range(0, values.size()).boxed().toList();
        BulkInsert<?> insert = db.bulk().insert(TYPED).columns(POSITION, value);
        insert.rows(positions, i -> row(1_000 + i, values.get(i)));
        insert.onConflict(POSITION).update(value).rows(positions, i -> row(2_000 + i, values.get(i)));
        db.bulk().update(TYPED).key(POSITION).set(value).rows(positions, i -> row(3_000 + i, values.get(i)));
        insert.onConflict(POSITION).doNothing().rows(positions, i -> row(4_000 + i, values.get(i)));
        Object[] byJooq = stored(value, 0);
        for (int way = 1_000; way <= 4_000; way += 1_000) {
            Object[] byBulk = stored(value, way);
            assertThat(Arrays.deepEquals(byBulk, byJooq))
                    .as(
                            "%s, way %s: %s, by jOOQ %s",
                            type, way, Arrays.deepToString(byBulk), Arrays.deepToString(byJooq))
                    .isTrue();
        }
        assertThat(byJooq).hasSameSizeAs(values);
    }

    /** As Java sees it and, where the engine can say it, as it is stored. */
    private Object[] stored(Field<?> value, int from) {
        Field<String> raw = DSL.field(
                switch (db.engine()) {
                    case SQLITE -> "typeof(value) || quote(value)";
                    case POSTGRESQL -> "value::text";
                    case MARIADB, MYSQL -> "hex(value)";
                    case H2 -> "''";
                },
                String.class);
        return db.read(sql -> sql.select(value, raw)
                .from(TYPED)
                .where(POSITION.between(from, from + 999))
                .orderBy(POSITION)
                .fetch(found -> new Object[] {is(Engine.POSTGRESQL, Engine.SQLITE) ? null : found.get(0), found.get(1)})
                .toArray());
    }

    private boolean is(Engine... engines) {
        return List.of(engines).contains(db.engine());
    }

    @Test
    void numbers() {
        isStoredAsByJooq(SQLDataType.BIGINT, Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE);
        isStoredAsByJooq(SQLDataType.INTEGER, Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
        isStoredAsByJooq(SQLDataType.SMALLINT, Short.MIN_VALUE, (short) 0, Short.MAX_VALUE);
        isStoredAsByJooq(SQLDataType.NUMERIC(20, 4), new BigDecimal("-1234567890.1234"), new BigDecimal("0.5"));
        isStoredAsByJooq(SQLDataType.DECIMAL_INTEGER.precision(30), new BigInteger("123456789012345678901234567890"));
        isStoredAsByJooq(SQLDataType.DOUBLE, 0.1, -1e300, 1e-300, 3.0);
        isStoredAsByJooq(SQLDataType.REAL, 0.1f, -3e38f, 3.0f);
        isStoredAsByJooq(SQLDataType.BOOLEAN, true, false);
    }

    @Test
    void texts() {
        String[] texts = {
            "", " ", "12", "1e3", "tab\t \\N \\. 'q' \"d\"", "Žluťoučký 漢字 𝄞👩‍👩‍👧", "NULL", "{}", "\r\n"
        };
        isStoredAsByJooq(SQLDataType.VARCHAR(200), texts);
        isStoredAsByJooq(SQLDataType.CLOB, texts);
        isStoredAsByJooq(SQLDataType.CHAR(5), "ab", "abcde");
        isStoredAsByJooq(
                SQLDataType.VARCHAR(20)
                        .asConvertedDataType(
                                Converter.ofNullable(String.class, TimeUnit.class, TimeUnit::valueOf, TimeUnit::name)),
                TimeUnit.DAYS,
                TimeUnit.HOURS);
    }

    @Test
    void times() {
        isStoredAsByJooq(SQLDataType.LOCALDATE, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
        isStoredAsByJooq(
                SQLDataType.LOCALDATETIME(3),
                LocalDateTime.of(1971, 1, 1, 0, 0),
                LocalDateTime.of(2026, 3, 29, 2, 30, 0, 120_000_000));
        isStoredAsByJooq(SQLDataType.LOCALTIME, LocalTime.of(0, 0), LocalTime.of(23, 59, 59));
        String instant = is(Engine.MARIADB) ? "datetime(6)" : "timestamp(6) with time zone";
        isStoredAsByJooq(
                SQLDataType.OFFSETDATETIME(6).asConvertedDataType(new InstantBinding()),
                is(Engine.SQLITE) ? "timestamp" : instant,
                List.of(Instant.EPOCH, Instant.parse("2026-03-29T01:30:00.123Z")));
    }

    @Test
    void bytesUuidsAndJson() {
        isStoredAsByJooq(SQLDataType.BLOB, new byte[0], new byte[] {0, 1, 9, 10, 13, 92, -128, 127});
        isStoredAsByJooq(SQLDataType.UUID, new UUID(0, 0), new UUID(-1, -1));
        isStoredAsByJooq(SQLDataType.JSON, JSON.json("{\"a\": [1, null, \"\\\\ \\n \\\"\"]}"), JSON.json("null"));
    }

    @Test
    void whatOnlyPostgresqlHas() {
        if (!is(Engine.POSTGRESQL)) {
            assertThat(db.engine()).isIn(Engine.SQLITE, Engine.H2, Engine.MARIADB);
            return;
        }
        isStoredAsByJooq(SQLDataType.JSONB, JSONB.jsonb("{\"a\": 1}"), JSONB.jsonb("\"text\""));
        isStoredAsByJooq(SQLDataType.DOUBLE, Double.NaN, Double.NEGATIVE_INFINITY);
        isStoredAsByJooq(
                SQLDataType.VARCHAR.array(), new String[] {"a,b", "\"", "\\", "NULL", "", null}, new String[0]);
        isStoredAsByJooq(SQLDataType.BIGINT.array(), new Long[] {1L, null}, new Long[] {Long.MIN_VALUE});
        isStoredAsByJooq(
                SQLDataType.OFFSETDATETIME(6),
                OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(14)),
                OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 1_000, ZoneOffset.ofHoursMinutes(-15, -30)));
        isStoredAsByJooq(SQLDataType.OFFSETTIME, OffsetTime.of(1, 2, 3, 0, ZoneOffset.ofHours(-3)));
        DayToSecond time = new DayToSecond(1, 2, 3, 4, 5_000);
        isStoredAsByJooq(SQLDataType.INTERVALDAYTOSECOND, time, time.neg(), new DayToSecond(0, 0, 0, 0, 1_000).neg());
        isStoredAsByJooq(SQLDataType.INTERVALYEARTOMONTH, new YearToMonth(1, 2), new YearToMonth(1, 2).neg());
        YearToSecond both = new YearToSecond(new YearToMonth(1, 2), time);
        isStoredAsByJooq(SQLDataType.INTERVAL, both, both.neg());
        isStoredAsByJooq(
                SQLDataType.LOCALDATE, LocalDate.of(20_000, 2, 29), LocalDate.of(0, 1, 1), LocalDate.of(-43, 3, 15));
    }

    @Test
    void whatPostgresqlCannotKeepIsRefused() {
        if (!is(Engine.POSTGRESQL)) {
            assertThat(db.engine()).isIn(Engine.SQLITE, Engine.H2, Engine.MARIADB);
            return;
        }
        isRefused(SQLDataType.VARCHAR, "nul \0 inside", "NUL");
        isRefused(SQLDataType.JSON, JSON.json("{\"a\": \"\uD800\"}"), "half of a surrogate pair");
        isRefused(SQLDataType.LOCALDATETIME(6), LocalDateTime.of(2026, 1, 1, 0, 0, 0, 1), "nanoseconds");
        isRefused(SQLDataType.LOCALTIME(6), LocalTime.of(0, 0, 0, 999), "nanoseconds");
        isRefused(SQLDataType.OFFSETTIME(6), OffsetTime.of(0, 0, 0, 0, ZoneOffset.ofHours(17)), "offsets");
        isRefused(SQLDataType.INTERVALDAYTOSECOND, new DayToSecond(0, 0, 0, 0, 1), "nanoseconds");
    }

    private <T> void isRefused(DataType<T> type, T value, String why) {
        Field<T> column = DSL.field(DSL.name("value"), type);
        db.transaction(sql -> {
            sql.dropTableIfExists(TYPED).execute();
            return sql.createTable(TYPED)
                    .column(POSITION)
                    .column(column)
                    .primaryKey(POSITION)
                    .execute();
        });
        BulkInsert<?> insert = db.bulk().insert(TYPED).columns(POSITION, column);
        for (BulkInsert<?> way : List.of(insert, insert.onConflict(POSITION).update(column))) {
            assertThatThrownBy(() -> way.rows(List.of(1, 2), i -> row(i, i == 1 ? null : value)))
                    .isInstanceOfSatisfying(
                            BadBulkRowException.class,
                            bad -> assertThat(bad.rowIndex()).isEqualTo(1))
                    .hasMessageContaining("column value")
                    .hasMessageContaining(why);
        }
        assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(TYPED)))
                .isZero();
    }
}
