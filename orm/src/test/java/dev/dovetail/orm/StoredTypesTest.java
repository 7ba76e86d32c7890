package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.error.ValueNotKeptException;
import dev.dovetail.core.type.ColumnTypes;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.Kept;
import dev.dovetail.orm.model.Kept.Colour;
import dev.dovetail.orm.model.Kept.Point;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each value that jOOQ writes is what Hibernate reads, and the other way about, for every type. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class StoredTypesTest {

    private static final Table<Record> KEPT = DSL.table(DSL.name("kept"));
    private static final Field<Long> ID = column("id", SQLDataType.BIGINT);
    private static final Field<Short> SMALL = column("small", SQLDataType.SMALLINT);
    private static final Field<Integer> WHOLE = column("whole", SQLDataType.INTEGER);
    private static final Field<Long> LARGE = column("large", SQLDataType.BIGINT);
    private static final Field<BigInteger> HUGE = column("huge", ColumnTypes.bigInteger(19));
    private static final Field<BigDecimal> MONEY = column("money", ColumnTypes.decimal(15, 2));
    private static final Field<BigDecimal> EXACT = column("exact", ColumnTypes.decimalText(38, 10));
    private static final Field<Double> RATIO = column("ratio", ColumnTypes.doublePrecision());
    private static final Field<Float> SCORE = column("score", ColumnTypes.real());
    private static final Field<String> CONTENT = column("content", ColumnTypes.text());
    private static final Field<Boolean> ACTIVE = column("active", SQLDataType.BOOLEAN);
    private static final Field<LocalDate> BORN = column("born", ColumnTypes.localDate());
    private static final Field<LocalTime> OPENS = column("opens", ColumnTypes.localTime());
    private static final Field<LocalDateTime> ALARM = column("alarm", ColumnTypes.localDateTime());
    private static final Field<Instant> MOMENT = column("moment", ColumnTypes.instant());
    private static final Field<Duration> WAITS = column("waits", ColumnTypes.duration());
    private static final Field<Colour> COLOUR = column("colour", ColumnTypes.enumeration(Colour.class));
    private static final Field<UUID> TOKEN = column("token", ColumnTypes.uuid());
    private static final Field<byte[]> PICTURE = column("picture", ColumnTypes.bytes());
    private static final Field<Point> POINT = column("point", ColumnTypes.serialized(Point.class));
    private static final Field<JSONB> SETTINGS = column("settings", ColumnTypes.jsonb());

    private final TestDatabase database;
    private final Database db;
    private final HibernatePersistence persistence;
    private final TimeZone zone = TimeZone.getDefault();

    StoredTypesTest(TestDatabase database) {
        this.database = database;
        this.db = Database.open(database.url());
        this.persistence = HibernatePersistence.of(db, Kept.class);
        db.transaction(sql -> {
            sql.dropTableIfExists(KEPT).execute();
            return sql.execute("create table kept (" + String.join(", ", columns()) + ")");
        });
    }

    @AfterEach
    void close() {
        TimeZone.setDefault(zone);
        persistence.close();
        db.close();
    }

    @Test
    void hibernateReadsWhatJooqWrote() {
        for (String name : List.of("UTC", "Europe/Berlin", "America/Sao_Paulo")) {
            TimeZone.setDefault(TimeZone.getTimeZone(name));
            for (Kept kept : samples()) {
                db.transaction(sql -> {
                    sql.deleteFrom(KEPT).execute();
                    return sql.insertInto(KEPT).set(row(kept)).execute();
                });
                Kept read = persistence
                        .transactor()
                        .call(() -> persistence.unitOfWork().get(Kept.class, kept.id));
                assertSame(read, kept);
            }
        }
    }

    @Test
    void jooqReadsAndFindsWhatHibernateWrote() {
        for (String name : List.of("UTC", "Europe/Berlin", "America/Sao_Paulo")) {
            TimeZone.setDefault(TimeZone.getTimeZone(name));
            for (Kept kept : samples()) {
                db.transaction(sql -> sql.deleteFrom(KEPT).execute());
                persistence.transactor().run(() -> persistence.unitOfWork().add(kept));
                Record row =
                        db.read(sql -> sql.select(row(kept).keySet()).from(KEPT).fetchSingle());
                assertSame(entity(row), kept);
                int found = db.read(sql -> sql.fetchCount(
                        KEPT,
                        LARGE.eq(kept.large)
                                .and(HUGE.eq(kept.huge))
                                .and(MONEY.between(kept.money, kept.money))
                                .and(EXACT.between(kept.exact, kept.exact))
                                .and(RATIO.eq(kept.ratio))
                                .and(SCORE.eq(kept.score))
                                .and(ACTIVE.eq(kept.active))
                                .and(BORN.between(kept.born, kept.born))
                                .and(OPENS.between(kept.opens, kept.opens))
                                .and(ALARM.between(kept.alarm, kept.alarm))
                                .and(MOMENT.between(kept.moment, kept.moment))
                                .and(WAITS.eq(kept.waits))
                                .and(COLOUR.eq(kept.colour))
                                .and(TOKEN.eq(kept.token))));
                assertThat(found).as(kept.content + " " + row).isEqualTo(1);
            }
        }
    }

    @Test
    void aNumberThatTheEngineDoesNotHaveIsNotMadeNull() {
        Kept kept = samples().get(0);
        kept.ratio = Double.NaN;
        Runnable insert = () ->
                persistence.transactor().run(() -> persistence.unitOfWork().add(kept));
        if (database.engine() == SQLITE || database.engine() == MARIADB) {
            assertThatThrownBy(insert::run).hasStackTraceContaining(ValueNotKeptException.class.getName());
            int rows = db.read(sql -> sql.fetchCount(KEPT));
            assertThat(rows).isZero();
        } else {
            insert.run();
            Kept read =
                    persistence.transactor().call(() -> persistence.unitOfWork().get(Kept.class, kept.id));
            assertThat(read.ratio).isNaN();
        }
    }

    @Test
    void aDecimalThatItsColumnDoesNotHoldIsRefusedByHibernateToo() {
        Kept kept = samples().get(0);
        kept.money = new BigDecimal("123456789012345678.25");
        assertThatThrownBy(() -> persistence
                        .transactor()
                        .run(() -> persistence.unitOfWork().add(kept)))
                .isInstanceOf(ValueNotKeptException.class)
                .hasMessageContaining("18 digits before the point");
        assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(KEPT)))
                .isZero();
    }

    private static List<Kept> samples() {
        Kept least = new Kept();
        least.id = 1L;
        least.small = Short.MIN_VALUE;
        least.whole = Integer.MIN_VALUE;
        least.large = Long.MIN_VALUE;
        least.huge = BigInteger.valueOf(Long.MIN_VALUE);
        least.money = new BigDecimal("-9999999999999.99");
        least.exact = new BigDecimal("-9999999999999999999999999999.9999999999");
        least.ratio = -Double.MAX_VALUE;
        least.score = Float.MIN_VALUE;
        least.content = "";
        least.active = false;
        least.born = LocalDate.of(1, 1, 1);
        least.opens = LocalTime.MIDNIGHT;
        least.alarm = LocalDateTime.of(1, 1, 1, 0, 0);
        least.moment = Instant.parse("0001-01-02T00:00:00Z");
        least.waits = Duration.ofNanos(Long.MIN_VALUE);
        least.colour = Colour.RED;
        least.token = new UUID(0, 0);
        least.picture = new byte[0];
        least.point = new Point(Integer.MIN_VALUE, "");
        least.settings = "{}";
        Kept most = new Kept();
        most.id = 2L;
        most.small = Short.MAX_VALUE;
        most.whole = Integer.MAX_VALUE;
        most.large = Long.MAX_VALUE;
        most.huge = BigInteger.valueOf(Long.MAX_VALUE);
        most.money = new BigDecimal("1234567890123.45");
        most.exact = new BigDecimal("123456789012345.1234");
        most.ratio = 0.1 + 0.2;
        most.score = 1.2345679f;
        most.content = "e\u0301 \u00e9 \uD83D\uDE00 '\"\\";
        most.active = true;
        most.born = LocalDate.of(9999, 12, 31);
        most.opens = LocalTime.parse("23:59:59.999");
        // Does not exist in Berlin.
        most.alarm = LocalDateTime.parse("2026-03-29T02:30:00.500");
        most.moment = Instant.parse("2026-03-29T02:30:00.500Z");
        most.waits = Duration.ofSeconds(-3, 1);
        most.colour = Colour.GREEN;
        most.token = UUID.fromString("12345678-9abc-4def-8012-3456789abcde");
        most.picture = new byte[] {0, -1, 39, 92, 127, -128};
        most.point = new Point(7, "\u00e9");
        most.settings = "{\"a\": [1, null, {\"b\": \"x\\\"y\"}]}";
        return List.of(least, most);
    }

    private static Map<Field<?>, Object> row(Kept kept) {
        return Map.ofEntries(
                Map.entry(ID, kept.id),
                Map.entry(SMALL, kept.small),
                Map.entry(WHOLE, kept.whole),
                Map.entry(LARGE, kept.large),
                Map.entry(HUGE, kept.huge),
                Map.entry(MONEY, kept.money),
                Map.entry(EXACT, kept.exact),
                Map.entry(RATIO, kept.ratio),
                Map.entry(SCORE, kept.score),
                Map.entry(CONTENT, kept.content),
                Map.entry(ACTIVE, kept.active),
                Map.entry(BORN, kept.born),
                Map.entry(OPENS, kept.opens),
                Map.entry(ALARM, kept.alarm),
                Map.entry(MOMENT, kept.moment),
                Map.entry(WAITS, kept.waits),
                Map.entry(COLOUR, kept.colour),
                Map.entry(TOKEN, kept.token),
                Map.entry(PICTURE, kept.picture),
                Map.entry(POINT, kept.point),
                Map.entry(SETTINGS, JSONB.jsonb(kept.settings)));
    }

    private static Kept entity(Record row) {
        Kept kept = new Kept();
        kept.id = row.get(ID);
        kept.small = row.get(SMALL);
        kept.whole = row.get(WHOLE);
        kept.large = row.get(LARGE);
        kept.huge = row.get(HUGE);
        kept.money = row.get(MONEY);
        kept.exact = row.get(EXACT);
        kept.ratio = row.get(RATIO);
        kept.score = row.get(SCORE);
        kept.content = row.get(CONTENT);
        kept.active = row.get(ACTIVE);
        kept.born = row.get(BORN);
        kept.opens = row.get(OPENS);
        kept.alarm = row.get(ALARM);
        kept.moment = row.get(MOMENT);
        kept.waits = row.get(WAITS);
        kept.colour = row.get(COLOUR);
        kept.token = row.get(TOKEN);
        kept.picture = row.get(PICTURE);
        kept.point = row.get(POINT);
        kept.settings = row.get(SETTINGS).data();
        return kept;
    }

    private static void assertSame(Kept read, Kept written) {
        assertThat(read)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .withComparatorForType(Arrays::compare, byte[].class)
                .ignoringFields("settings")
                .isEqualTo(written);
        assertThat(JSONB.jsonb(read.settings)).isEqualTo(JSONB.jsonb(written.settings));
    }

    private List<String> columns() {
        boolean sqlite = database.engine() == SQLITE;
        boolean mariadb = database.engine() == MARIADB;
        boolean postgresql = database.engine() == POSTGRESQL;
        String bytes = postgresql ? "bytea" : mariadb ? "longblob" : "blob";
        return List.of(
                "id bigint primary key",
                "small smallint",
                "whole integer",
                "large bigint",
                "huge numeric(19)",
                "money numeric(15,2)",
                "exact " + (sqlite ? "decimal_text" : "numeric") + "(38,10)",
                "ratio double precision",
                "score real",
                "content varchar(80)" + (mariadb ? " character set utf8mb4" : ""),
                "active boolean",
                "born date",
                "opens " + (sqlite ? "time" : "time(6)"),
                "alarm " + (mariadb ? "datetime(6)" : sqlite ? "timestamp without time zone" : "timestamp(6)"),
                "moment " + (mariadb ? "datetime(6)" : sqlite ? "timestamp" : "timestamp(6) with time zone"),
                "waits bigint",
                "colour varchar(20)",
                "token " + (sqlite ? "varchar(36)" : "uuid"),
                "picture " + bytes,
                "point " + bytes,
                "settings " + (postgresql ? "jsonb" : "json"));
    }

    private static <T> Field<T> column(String name, DataType<T> type) {
        return DSL.field(DSL.name(name), type);
    }
}
