package dev.dovetail.core.type;

import static dev.dovetail.core.type.TypeCase.declared;
import static dev.dovetail.core.type.TypeCase.sorted;

import dev.dovetail.core.engine.Engine;
import java.io.Serializable;
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
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;

/** Every type, with values at its ends. */
final class TypeCases {

    private TypeCases() {}

    enum Colour {
        RED,
        GREEN
    }

    record Point(int x, Map<String, BigDecimal> names) implements Serializable {}

    static Stream<TypeCase<?>> all(Engine engine) {
        return Stream.of(numbers(engine), texts(), times(), others()).flatMap(List::stream);
    }

    private static List<TypeCase<?>> numbers(Engine engine) {
        BigInteger digits38 = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);
        BigInteger beyondLong = BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE);
        Map<Engine, String> text38 = declared("decimal_text(38)", "numeric(38)", "numeric(38)", "numeric(38)");
        return List.of(
                sorted(
                        "16 bits",
                        SQLDataType.SMALLINT,
                        declared("smallint"),
                        List.of(Short.MIN_VALUE, (short) 0, Short.MAX_VALUE)),
                sorted(
                        "32 bits",
                        SQLDataType.INTEGER,
                        declared("integer"),
                        List.of(Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE)),
                sorted(
                        "64 bits",
                        SQLDataType.BIGINT,
                        declared("bigint"),
                        List.of(Long.MIN_VALUE, -1L, 0L, 9_007_199_254_740_993L, Long.MAX_VALUE)),
                sorted(
                        "big integer as a number",
                        ColumnTypes.bigInteger(19),
                        declared("numeric(19)"),
                        Stream.of(Long.MIN_VALUE, -1L, 0L, 10L, 9L, Long.MAX_VALUE)
                                .map(BigInteger::valueOf)
                                .toList()),
                sorted(
                        "big integer",
                        ColumnTypes.bigIntegerText(38),
                        text38,
                        List.of(
                                digits38,
                                digits38.negate(),
                                beyondLong,
                                beyondLong.negate(),
                                BigInteger.ZERO,
                                BigInteger.TEN,
                                BigInteger.TWO)),
                sorted(
                        "money",
                        ColumnTypes.decimal(15, 2),
                        declared("numeric(15,2)"),
                        decimals(
                                "9999999999999.99",
                                "-9999999999999.99",
                                "0",
                                "0.01",
                                "-0.01",
                                "0.07",
                                "0.1",
                                "1234567890123.45",
                                "12",
                                "9.5",
                                "10.5")),
                sorted(
                        "decimal with four places",
                        ColumnTypes.decimal(19, 4),
                        declared("numeric(19,4)"),
                        decimals(
                                "99999999999.9999",
                                "-99999999999.9999",
                                "0.0001",
                                "100000000000000",
                                "999999999999999")),
                sorted(
                        "decimal of 38 digits",
                        ColumnTypes.decimalText(38, 10),
                        declared("decimal_text(38,10)", "numeric(38,10)", "numeric(38,10)", "numeric(38,10)"),
                        decimals(
                                "9999999999999999999999999999.9999999999",
                                "-9999999999999999999999999999.9999999999",
                                "123456789012345.1234",
                                "0",
                                "0.0000000001",
                                "-0.0000000001",
                                "-1.5",
                                "-1.55",
                                "-1",
                                "1.5",
                                "1.55",
                                "1",
                                "10",
                                "9",
                                "-10",
                                "-9",
                                "100.1",
                                "100.01")),
                sorted(
                        "64-bit floating point",
                        ColumnTypes.doublePrecision(),
                        declared("double precision"),
                        doubles(engine)),
                sorted("32-bit floating point", ColumnTypes.real(), declared("real"), floats(engine)));
    }

    private static List<TypeCase<?>> texts() {
        Map<Engine, String> shortText = declared(
                "varchar(60)",
                "varchar(60)",
                "varchar(60)",
                "varchar(60) character set utf8mb4 collate utf8mb4_nopad_bin");
        Map<Engine, String> longText =
                declared("text", "text", "clob", "longtext character set utf8mb4 collate utf8mb4_nopad_bin");
        return List.of(
                TypeCase.of(
                        "short text",
                        ColumnTypes.varchar(60),
                        shortText,
                        List.of(
                                "",
                                " ",
                                "007",
                                "1e5",
                                "a'b\"c\\d`e",
                                "\t\r\n",
                                "%_!",
                                "null",
                                "\\N",
                                "{}",
                                "?",
                                ":x",
                                "\uD83D\uDE00".repeat(30))),
                TypeCase.of(
                        "unicode",
                        ColumnTypes.varchar(60),
                        shortText,
                        List.of(
                                "e\u0301",
                                "\u00e9",
                                "\uD83D\uDE00",
                                "\u0130\u0131\u00df\u1e9e",
                                "\u202eabc",
                                "\uFEFFx",
                                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                                "\uDBFF\uDFFD",
                                "\u05d0\u0628\u4e2d")),
                TypeCase.of(
                        "unlimited text",
                        ColumnTypes.text(),
                        longText,
                        List.of("", "x".repeat(10_000_000), "\uD83D\uDE00".repeat(100_000), "line\n".repeat(10_000))));
    }

    private static List<TypeCase<?>> times() {
        return List.of(
                sorted(
                        "date",
                        ColumnTypes.localDate(),
                        declared("date"),
                        dates(
                                "0001-01-01",
                                "1582-10-04",
                                "1582-10-10",
                                "1582-10-15",
                                "1900-02-28",
                                "1970-01-01",
                                "2018-11-04",
                                "2024-02-29",
                                "9999-12-31")),
                sorted(
                        "time",
                        ColumnTypes.localTime(),
                        declared("time", "time(6)", "time(6)", "time(6)"),
                        Stream.of("00:00", "00:00:00.001", "12:00", "12:00:00.500", "23:59:59", "23:59:59.999")
                                .map(LocalTime::parse)
                                .toList()),
                sorted(
                        "timestamp without zone",
                        ColumnTypes.localDateTime(),
                        declared("timestamp", "timestamp(6)", "timestamp(6)", "datetime(6)"),
                        Stream.of(
                                        "0001-01-01T00:00",
                                        "1582-10-10T12:00",
                                        "1900-01-01T00:00",
                                        "1969-12-31T23:59:59.999",
                                        "2018-11-04T00:00",
                                        "2026-03-29T01:59:59.999",
                                        "2026-03-29T02:30",
                                        "2026-03-29T03:00",
                                        "2026-10-25T02:30",
                                        "2026-11-20T10:00:00.500",
                                        "2026-11-20T10:00:01",
                                        "9999-12-31T23:59:59.999")
                                .map(LocalDateTime::parse)
                                .toList()),
                sorted(
                        "timestamp with zone",
                        ColumnTypes.instant(),
                        declared(
                                "timestamp",
                                "timestamp(6) with time zone",
                                "timestamp(6) with time zone",
                                "datetime(6)"),
                        Stream.of(
                                        "0001-01-01T00:00:00Z",
                                        "1582-10-10T12:00:00Z",
                                        "1969-12-31T23:59:59.999Z",
                                        "1970-01-01T00:00:00Z",
                                        "2018-11-04T03:00:00Z",
                                        "2026-03-29T00:59:59.999Z",
                                        "2026-03-29T01:00:00Z",
                                        "2026-03-29T02:30:00Z",
                                        "2026-10-25T00:30:00Z",
                                        "2026-10-25T01:30:00Z",
                                        "2026-11-20T10:00:00.500Z",
                                        "2026-11-20T10:00:01Z",
                                        "9999-12-31T23:59:59.999Z")
                                .map(Instant::parse)
                                .toList()),
                sorted(
                        "duration",
                        ColumnTypes.duration(),
                        declared("bigint"),
                        List.of(
                                Duration.ZERO,
                                Duration.ofNanos(1),
                                Duration.ofNanos(-1),
                                Duration.ofDays(-400),
                                Duration.ofNanos(Long.MAX_VALUE),
                                Duration.ofNanos(Long.MIN_VALUE),
                                Duration.ofSeconds(-3, 1))));
    }

    private static List<TypeCase<?>> others() {
        byte[] tenMegabytes = new byte[10_000_000];
        new Random(7).nextBytes(tenMegabytes);
        List<String> documents = List.of(
                "{}",
                "[]",
                "null",
                "true",
                "1",
                "\"s\"",
                "\"\"",
                "{\"a\": {\"b\": [1, null, true, {\"c\": [[[]]]}, \"x\\\"y\\\\z \\u00e9 \uD83D\uDE00 \\n\", 1.5, -0.25]}, \"\": \"\", \"k.e'y$\": 9007199254740993}");
        Map<Engine, String> json = declared("json", "jsonb", "json", "json");
        return List.of(
                TypeCase.of("boolean", SQLDataType.BOOLEAN, declared("boolean"), List.of(true, false)),
                TypeCase.of(
                        "enum",
                        ColumnTypes.enumeration(Colour.class),
                        declared("varchar(20)"),
                        List.of(Colour.RED, Colour.GREEN)),
                TypeCase.of(
                        "uuid",
                        ColumnTypes.uuid(),
                        declared("varchar(36)", "uuid", "uuid", "uuid"),
                        List.of(
                                new UUID(0, 0),
                                new UUID(-1, -1),
                                UUID.fromString("12345678-9abc-4def-8012-3456789abcde"))),
                TypeCase.of(
                        "uuid as text",
                        ColumnTypes.uuid(),
                        declared("uuid", "uuid", "uuid", "char(36)"),
                        List.of(new UUID(0, 0), new UUID(-1, -1))),
                TypeCase.of(
                                "bytes",
                                ColumnTypes.bytes(),
                                declared("blob", "bytea", "blob", "longblob"),
                                List.of(
                                        new byte[0],
                                        new byte[] {0},
                                        new byte[] {0, -1, 127, -128, 39, 92, 10, 13, 9},
                                        tenMegabytes))
                        .comparedBy(Arrays::equals),
                TypeCase.of(
                                "serialized object",
                                ColumnTypes.serialized(Point.class),
                                declared("blob", "bytea", "blob", "longblob"),
                                List.of(
                                        new Point(Integer.MIN_VALUE, Map.of()),
                                        new Point(1, Map.of("\u00e9", new BigDecimal("1.50")))))
                        .comparedBy(Point::equals),
                TypeCase.of(
                                "json",
                                ColumnTypes.jsonb(),
                                json,
                                documents.stream().map(JSONB::jsonb).toList())
                        .comparedBy(JSONB::equals),
                TypeCase.of(
                                "json as text",
                                ColumnTypes.json(),
                                declared("json"),
                                documents.stream().map(JSON::json).toList())
                        .comparedBy((a, b) -> JSONB.jsonb(a.data()).equals(JSONB.jsonb(b.data()))));
    }

    private static List<BigDecimal> decimals(String... texts) {
        return Arrays.stream(texts).map(BigDecimal::new).toList();
    }

    private static List<LocalDate> dates(String... texts) {
        return Arrays.stream(texts).map(LocalDate::parse).toList();
    }

    /** Those that the engine has. */
    private static List<Double> doubles(Engine engine) {
        Stream<Double> finite = Stream.of(
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                0.0,
                0.1,
                0.1 + 0.2,
                1.0 / 3,
                1e100,
                -1.0,
                Double.MIN_NORMAL);
        Stream<Double> others = switch (engine) {
            case SQLITE -> Stream.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            case POSTGRESQL, H2 -> Stream.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN);
            case MARIADB, MYSQL -> Stream.of();
        };
        return Stream.concat(finite, others).toList();
    }

    private static List<Float> floats(Engine engine) {
        Stream<Float> finite = Stream.of(
                Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, 0.0f, 0.1f, 1.2345679f, 16_777_215f, 1f / 3, -1f);
        Stream<Float> others = switch (engine) {
            case SQLITE -> Stream.of(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
            case POSTGRESQL, H2 -> Stream.of(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN);
            case MARIADB, MYSQL -> Stream.of();
        };
        return Stream.concat(finite, others).toList();
    }
}
