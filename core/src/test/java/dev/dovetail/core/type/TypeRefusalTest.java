package dev.dovetail.core.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.SqlFunction;
import dev.dovetail.core.bulk.BulkRow;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.UnsupportedOnEngineException;
import dev.dovetail.core.error.ValueNotKeptException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** What cannot be kept is refused, by every way in, and nothing of it is written. */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class TypeRefusalTest extends OpenDatabase {

    private static final Table<Record> KEPT = DSL.table(DSL.name("kept"));

    enum Colour {
        RED
    }

    TypeRefusalTest(TestDatabase database) {
        super(database);
    }

    @Test
    void aDecimalWithMoreDigitsThanItsColumnIsNotRounded() {
        refuses(ColumnTypes.decimal(19, 4), "numeric(19,4)", new BigDecimal("1.23456"), "5 digits after the point");
        refuses(ColumnTypes.decimal(5, 2), "numeric(5,2)", new BigDecimal("1000"), "4 digits before the point");
        refuses(ColumnTypes.decimalText(20, 2), "numeric(20,2)", new BigDecimal("0.001"), "3 digits after the point");
        refuses(ColumnTypes.decimal(5, 2), "numeric(5,2)", new BigDecimal("1E+2147483647"), "2147483648 digits before");
        refuses(ColumnTypes.bigInteger(3), "numeric(3)", BigInteger.valueOf(1000), "4 digits before the point");
        keeps(ColumnTypes.decimal(5, 2), "numeric(5,2)", new BigDecimal("1.2000"));
    }

    @Test
    void sqliteRefusesADecimalThatItWouldRound() {
        BigDecimal digits19 = new BigDecimal("123456789012345.1234");
        if (db.engine() == Engine.SQLITE) {
            refuses(ColumnTypes.decimal(19, 4), "numeric(19,4)", digits19, "it has 19 digits, and SQLite keeps 15");
            refuses(
                    ColumnTypes.bigInteger(20),
                    "numeric(20)",
                    BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE),
                    "it has 19 digits");
        } else {
            keeps(ColumnTypes.decimal(19, 4), "numeric(19,4)", digits19);
        }
    }

    @Test
    void notANumberAndTheInfinitiesAreRefusedWhereTheEngineHasNone() {
        if (db.engine() == Engine.SQLITE || db.engine() == Engine.MARIADB) {
            refuses(ColumnTypes.doublePrecision(), "double precision", Double.NaN, "has no such number");
            refuses(ColumnTypes.real(), "real", Float.NaN, "has no such number");
        }
        if (db.engine() == Engine.MARIADB) {
            refuses(ColumnTypes.doublePrecision(), "double precision", Double.NEGATIVE_INFINITY, "has no such number");
        }
        keeps(ColumnTypes.doublePrecision(), "double precision", Double.MAX_VALUE);
    }

    @Test
    void yearsThatDoNotSortOrDoNotExistAreRefused() {
        String timestamp = db.engine() == Engine.MARIADB ? "datetime(6)" : "timestamp";
        if (db.engine() == Engine.SQLITE || db.engine() == Engine.MARIADB) {
            refuses(ColumnTypes.localDate(), "date", LocalDate.of(10_000, 1, 1), "1 to 9999");
            refuses(ColumnTypes.localDate(), "date", LocalDate.of(0, 1, 1), "1 to 9999");
            refuses(ColumnTypes.localDateTime(), timestamp, LocalDateTime.of(10_000, 1, 1, 0, 0), "1 to 9999");
            refuses(ColumnTypes.instant(), timestamp, Instant.parse("-0001-01-01T00:00:00Z"), "1 to 9999");
        } else {
            keeps(ColumnTypes.localDate(), "date", LocalDate.of(10_000, 1, 1));
            keeps(ColumnTypes.localDateTime(), timestamp, LocalDateTime.of(10_000, 1, 1, 0, 0));
        }
    }

    @Test
    void textThatIsNoUnicodeIsRefused() {
        refuses(ColumnTypes.varchar(10), "varchar(10)", "secret\uD800", "half of a surrogate pair");
        refuses(ColumnTypes.text(), "varchar(10)", "\uDC00", "half of a surrogate pair");
        if (db.engine() == Engine.POSTGRESQL) {
            refuses(ColumnTypes.varchar(10), "varchar(10)", "a\0b", "00");
        } else {
            keeps(ColumnTypes.varchar(10), "varchar(10)", "a\0b");
        }
    }

    @Test
    void aRefusalNamesTheColumnAlsoInBatchesAndConditions() {
        create("numeric(5,2)");
        Field<BigDecimal> column = DSL.field(DSL.name("kept", "content"), ColumnTypes.decimal(5, 2));
        Field<BigDecimal> unqualified = DSL.field(DSL.name("content"), ColumnTypes.decimal(5, 2));
        BigDecimal tooLong = new BigDecimal("1.234");
        Map<String, SqlFunction<Object, RuntimeException>> ways = new LinkedHashMap<>();
        ways.put(
                "batch",
                sql -> sql.batch(sql.insertInto(KEPT, unqualified).values((BigDecimal) null))
                        .bind(BigDecimal.ONE)
                        .bind(tooLong)
                        .execute());
        ways.put(
                "batch of updates",
                sql -> sql.batch(sql.update(KEPT)
                                .set(unqualified, (BigDecimal) null)
                                .where(unqualified.eq((BigDecimal) null)))
                        .bind(BigDecimal.ONE, tooLong)
                        .execute());
        ways.put("equal", sql -> sql.fetchCount(KEPT, DSL.val(1).eq(1).and(column.eq(tooLong))));
        ways.put("in", sql -> sql.fetchCount(KEPT, column.in(BigDecimal.ONE, tooLong)));
        ways.put("not in", sql -> sql.fetchCount(KEPT, column.notIn(BigDecimal.ONE, tooLong)));
        ways.put("between", sql -> sql.fetchCount(KEPT, column.between(BigDecimal.ONE, tooLong)));
        ways.put(
                "update",
                sql -> sql.update(KEPT)
                        .set(unqualified, BigDecimal.ONE)
                        .where(column.lt(tooLong))
                        .execute());
        ways.put("delete", sql -> sql.deleteFrom(KEPT).where(column.gt(tooLong)).execute());
        ways.forEach(
                (name, way) -> assertThat(catchThrowableOfType(ValueNotKeptException.class, () -> db.transaction(way)))
                        .as(name)
                        .extracting(ValueNotKeptException::column)
                        .isEqualTo("content"));
    }

    @Test
    void computingWithDecimalsThatSqliteHoldsAsTextIsRefused() {
        create(db.engine() == Engine.SQLITE ? "decimal_text(20,2)" : "numeric(20,2)");
        Field<BigDecimal> decimal = DSL.field(DSL.name("kept", "content"), ColumnTypes.decimalText(20, 2));
        Field<BigInteger> whole = DSL.field(DSL.name("kept", "content"), ColumnTypes.bigIntegerText(20));
        Field<BigDecimal> number = DSL.field(DSL.name("kept", "content"), SQLDataType.NUMERIC(20, 2));
        insert(DSL.field(DSL.name("content"), ColumnTypes.decimalText(20, 2)), new BigDecimal("12.00"));
        Map<String, Field<?>> computed = new LinkedHashMap<>();
        computed.put("plus", decimal.plus(BigDecimal.ONE));
        computed.put("minus", DSL.inline(new BigDecimal("24"), decimal).minus(decimal));
        computed.put("times", DSL.coalesce(decimal, decimal).times(2));
        computed.put("divided", whole.div(BigInteger.TWO));
        computed.put("negated", decimal.neg());
        computed.put("absolute", DSL.abs(decimal));
        computed.put("rounded", DSL.round(decimal, 1));
        computed.put("sum", DSL.sum(decimal));
        computed.put("sum of whole ones", DSL.sum(whole));
        computed.put("average", DSL.avg(decimal));
        computed.put("cast", decimal.cast(SQLDataType.DOUBLE));
        computed.put("in a case", DSL.when(DSL.trueCondition(), decimal.plus(BigDecimal.ONE)));
        computed.put("compared with a number", DSL.field(decimal.gt(number.plus(1))));
        computed.forEach((name, field) -> {
            if (db.engine() == Engine.SQLITE) {
                assertThatThrownBy(() ->
                                db.read(sql -> sql.select(field).from(KEPT).fetch()))
                        .as(name)
                        .isInstanceOf(UnsupportedOnEngineException.class)
                        .hasMessageContaining("in SQL on SQLite");
            } else {
                Object result = db.read(
                        sql -> sql.select(field).from(KEPT).fetchSingle().get(0));
                assertThat(result).as(name).isNotNull();
            }
        });
        Map<String, Condition> right = new LinkedHashMap<>();
        right.put("compared", decimal.gt(new BigDecimal("9")).and(decimal.lt(new BigDecimal("100.5"))));
        right.put("in", decimal.in(new BigDecimal("12"), BigDecimal.ONE));
        right.put("inlined", decimal.eq(DSL.inline(new BigDecimal("12"), decimal)));
        right.put("greatest", decimal.eq(DSL.select(DSL.max(decimal)).from(KEPT)));
        right.put("whole", whole.between(BigInteger.TEN, BigInteger.valueOf(12)));
        right.put("counted", decimal.isNotNull().and(DSL.val(1).plus(1).eq(2)));
        right.forEach((name, condition) -> assertThat(
                        db.<Integer, RuntimeException>read(sql -> sql.fetchCount(KEPT, condition)))
                .as(name)
                .isEqualTo(1));
    }

    @Test
    void aMessageShowsNoText() {
        create("varchar(10)");
        Field<String> column = DSL.field(DSL.name("content"), ColumnTypes.varchar(10));
        assertThatThrownBy(() -> insert(column, "secret\uD800"))
                .isInstanceOf(ValueNotKeptException.class)
                .hasMessageContaining("at index 6")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aDurationOfMoreThan292YearsIsRefused() {
        refuses(ColumnTypes.duration(), "bigint", Duration.ofSeconds(Long.MAX_VALUE), "holds 292 years");
        refuses(ColumnTypes.duration(), "bigint", Duration.ofDays(-200_000), "holds 292 years");
    }

    @Test
    void aStoredNameThatTheEnumHasNoMoreIsRefusedWhenItIsRead() {
        create("varchar(20)");
        db.transaction(sql -> sql.execute("insert into kept values ('BLUE')"));
        Field<Colour> column = DSL.field(DSL.name("content"), ColumnTypes.enumeration(Colour.class));
        assertThatThrownBy(() -> db.read(sql -> sql.select(column).from(KEPT).fetch(column)))
                .hasStackTraceContaining("the enum has [RED] only");
    }

    @Test
    void anObjectOfAClassThatWasNotNamedIsNotMade() {
        create(db.engine() == Engine.POSTGRESQL ? "bytea" : db.engine() == Engine.MARIADB ? "longblob" : "blob");
        Field<Colour> written = DSL.field(DSL.name("content"), ColumnTypes.serialized(Colour.class));
        insert(written, Colour.RED);
        Field<TypeCases.Point> column = DSL.field(DSL.name("content"), ColumnTypes.serialized(TypeCases.Point.class));
        assertThatThrownBy(() -> db.read(sql -> sql.select(column).from(KEPT).fetch(column)))
                .hasStackTraceContaining("filter status: REJECTED");
    }

    @Test
    void whatIsFinerThanTheEngineKeepsIsCutOffNeverRoundedUp() {
        boolean millis = db.engine() == Engine.SQLITE;
        String fraction = millis ? ".999" : ".999999";
        String moment = db.engine() == Engine.MARIADB ? "datetime(6)" : "timestamp(6)";
        String zoned = switch (db.engine()) {
            case SQLITE -> "timestamp";
            case MARIADB, MYSQL -> "datetime(6)";
            case POSTGRESQL, H2 -> "timestamp(6) with time zone";
        };
        cuts(
                ColumnTypes.instant(),
                zoned,
                Instant.parse("2026-12-31T23:59:59.999999999Z"),
                Instant.parse("2026-12-31T23:59:59" + fraction + "Z"));
        cuts(
                ColumnTypes.localDateTime(),
                moment,
                LocalDateTime.parse("2026-12-31T23:59:59.999999999"),
                LocalDateTime.parse("2026-12-31T23:59:59" + fraction));
        cuts(ColumnTypes.localTime(), "time(6)", LocalTime.MAX, LocalTime.parse("23:59:59" + fraction));
    }

    @Test
    void sqliteRefusesADocumentThatIsNothingButALongNumber() {
        String type = db.engine() == Engine.POSTGRESQL ? "jsonb" : "json";
        var number = JSONB.jsonb("12345678901234567890.123");
        if (db.engine() == Engine.SQLITE) {
            refuses(ColumnTypes.jsonb(), type, number, "keeps 15 digits");
        } else {
            keeps(ColumnTypes.jsonb(), type, number);
        }
    }

    @Test
    void textThatIsNoJsonIsRefusedByEveryEngine() {
        create(db.engine() == Engine.POSTGRESQL ? "jsonb" : "json");
        Field<JSONB> column = DSL.field(DSL.name("content"), ColumnTypes.jsonb());
        assertThatThrownBy(() -> insert(column, JSONB.jsonb("{\"a\":"))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> bulk(column, JSONB.jsonb("{\"a\":"))).isInstanceOf(RuntimeException.class);
        assertThat(rows()).isZero();
    }

    @Test
    void aColumnThatShowsSixDigitsIsRefusedForAFloat() {
        create("float");
        Field<Float> column = DSL.field(DSL.name("content"), ColumnTypes.real());
        insert(column, 1.2345679f);
        if (db.engine() == Engine.MARIADB) {
            assertThatThrownBy(
                            () -> db.read(sql -> sql.select(column).from(KEPT).fetch(column)))
                    .hasStackTraceContaining("declare the column real or double");
        } else {
            List<Float> read = db.read(sql -> sql.select(column).from(KEPT).fetch(column));
            assertThat(read).containsExactly(1.2345679f);
        }
    }

    private <T> void refuses(DataType<T> type, String declared, T value, String reason) {
        create(declared);
        Field<T> column = DSL.field(DSL.name("kept", "content"), type);
        ValueNotKeptException inserted = catchThrowableOfType(ValueNotKeptException.class, () -> insert(column, value));
        assertThat(inserted).as("insert of " + value.getClass()).hasMessageContaining(reason);
        assertThat(inserted.code()).isEqualTo(CoreError.VALUE_NOT_KEPT);
        if (!(value instanceof BigInteger) && !(value instanceof Duration)) {
            // What jOOQ converts before it binds has no column yet.
            assertThat(inserted.column()).isEqualTo("content");
            assertThat(catchThrowableOfType(
                                    ValueNotKeptException.class,
                                    () -> db.transaction(sql ->
                                            sql.update(KEPT).set(column, value).execute()))
                            .column())
                    .isEqualTo("content");
        }
        List<Runnable> ways = new ArrayList<>();
        ways.add(() -> db.transaction(sql ->
                sql.insertInto(KEPT, column).values(DSL.inline(value, column)).execute()));
        ways.add(() -> bulk(column, value));
        ways.add(() -> db.read(sql -> sql.fetchCount(KEPT, column.eq(value))));
        for (Runnable way : ways) {
            assertThatThrownBy(way::run).hasStackTraceContaining(reason);
        }
        assertThat(rows()).isZero();
    }

    private <T> void keeps(DataType<T> type, String declared, T value) {
        cuts(type, declared, value, value);
    }

    private <T> void cuts(DataType<T> type, String declared, T value, T expected) {
        create(declared);
        Field<T> column = DSL.field(DSL.name("content"), type);
        insert(column, value);
        bulk(column, value);
        List<T> read = db.read(sql -> sql.select(column).from(KEPT).fetch(column));
        assertThat(read)
                .usingElementComparator((a, b) ->
                        a instanceof BigDecimal number ? number.compareTo((BigDecimal) b) : a.equals(b) ? 0 : 1)
                .containsExactly(expected, expected);
    }

    private void create(String declared) {
        db.transaction(sql -> {
            sql.dropTableIfExists(KEPT).execute();
            return sql.execute("create table kept (content " + declared + ")");
        });
    }

    private <T> void insert(Field<T> column, T value) {
        db.transaction(sql -> sql.insertInto(KEPT, column).values(value).execute());
    }

    private <T> void bulk(Field<T> column, T value) {
        db.bulk().insert(KEPT).columns(column).rows(List.of(value), BulkRow::row);
    }

    private int rows() {
        return db.read(sql -> sql.fetchCount(KEPT));
    }
}
