package dev.dovetail.orm.profile;

import dev.dovetail.orm.profile.Specimen.Colour;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Values that engines treat in their own way, by attribute. */
final class Samples {

    private static final String SMILEY = "\uD83D\uDE00";

    private Samples() {}

    static Map<String, List<?>> all() {
        Map<String, List<?>> all = new LinkedHashMap<>();
        all.put(
                "text",
                List.of(
                        "",
                        " ",
                        "a",
                        "A",
                        "a ",
                        "b",
                        "B",
                        "Z",
                        "_",
                        "0",
                        "\u00e4",
                        "\u00c4",
                        "\u00df",
                        "ss",
                        "\u00e9",
                        "e\u0301",
                        "\uFF5E",
                        SMILEY,
                        SMILEY.repeat(5),
                        SMILEY.repeat(6),
                        SMILEY.repeat(10),
                        SMILEY.repeat(11),
                        "x".repeat(10),
                        "x".repeat(11),
                        "x".repeat(11) + " "));
        all.put(
                "code",
                List.of("", " ", "a", "A", "a ", "\u00e4", "\u00c4", "a\u0308", "\u00df", "s", "ss", SMILEY, "b"));
        all.put("money", decimals("0", "0.00", "1", "1.5", "1.50", "1.55", "1.550", "-1.5", "1E+3", "99999999.99"));
        all.put("amount", decimals("1.5", "12345678901234.25", "1234567890123456.25", "12345678901234567890"));
        all.put("price", decimals("1", "1.0", "1.00", "2.5", "2.50"));
        all.put(
                "huge",
                List.of(
                        BigInteger.ZERO,
                        BigInteger.valueOf(Long.MAX_VALUE),
                        BigInteger.valueOf(Long.MIN_VALUE),
                        BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE),
                        BigInteger.TEN.pow(30)));
        all.put("ratio", doubles());
        all.put(
                "score",
                List.of(0.1f, -0.0f, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE, 16777217f));
        all.put(
                "moment",
                instants(
                        "2026-03-29T01:30:00Z",
                        "2026-03-29T01:30:00.123456789Z",
                        "2026-03-29T01:30:00.123456499Z",
                        "2026-03-29T01:30:00.123999Z",
                        "2026-03-29T01:30:00.9999999Z",
                        "1969-12-31T23:59:59.999999999Z",
                        "0001-01-02T00:00:00Z",
                        "9999-12-30T00:00:00Z",
                        "+10000-01-01T00:00:00Z"));
        all.put(
                "alarm",
                List.of(
                        LocalDateTime.parse("2026-03-29T02:30:00.5"),
                        LocalDateTime.parse("2026-03-29T02:30:00.123456789"),
                        LocalDateTime.parse("2026-03-29T02:30:00.999999999"),
                        LocalDateTime.of(1, 1, 1, 0, 0),
                        LocalDateTime.of(10_000, 1, 1, 0, 0)));
        all.put(
                "opens",
                List.of(
                        LocalTime.MIDNIGHT,
                        LocalTime.parse("12:00:00.123456789"),
                        LocalTime.parse("12:00:00.5"),
                        LocalTime.parse("23:59:59.999999999")));
        all.put("born", dates());
        all.put(
                "sent",
                List.of(
                        OffsetDateTime.of(2026, 5, 1, 12, 0, 0, 123_456_789, ZoneOffset.ofHours(2)),
                        OffsetDateTime.of(2026, 5, 1, 12, 0, 0, 0, ZoneOffset.UTC)));
        all.put("lasts", List.of(Duration.ZERO, Duration.ofNanos(-1), Duration.ofDays(300)));
        all.put("token", List.of(new UUID(0, 0), new UUID(-1, -1), new UUID(Long.MIN_VALUE, 7), new UUID(1, 1)));
        all.put("picture", List.of(new byte[0], new byte[] {-1, 0}, new byte[255], new byte[256]));
        all.put("flag", List.of(true, false));
        all.put("letter", List.of('a', 'A', 'z', '\u00e4', '0'));
        all.put("small", List.of(Short.MIN_VALUE, Short.MAX_VALUE));
        all.put("colour", List.of(Colour.RED, Colour.GREEN, Colour.BLUE));
        all.put("paint", List.of(Colour.RED, Colour.GREEN, Colour.BLUE));
        all.put("memo", List.of("", "x".repeat(300)));
        return all;
    }

    /** Numbers that some engines would round and others refuse. */
    static Map<String, List<?>> tooManyDigits() {
        return Map.of(
                "money", decimals("1.555", "100000000", "99999999.995", "0.001", "1.550"),
                "amount", decimals("1.123"),
                "huge", List.of(BigInteger.TEN.pow(38)));
    }

    private static List<Double> doubles() {
        return List.of(
                0.1,
                -0.0,
                0.0,
                1.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_NORMAL,
                Double.MAX_VALUE);
    }

    private static List<LocalDate> dates() {
        return List.of(
                LocalDate.of(1, 1, 1),
                LocalDate.of(1582, 10, 10),
                LocalDate.of(9999, 12, 31),
                LocalDate.of(10_000, 1, 1),
                LocalDate.of(0, 1, 1),
                LocalDate.of(-1, 1, 1));
    }

    private static List<BigDecimal> decimals(String... texts) {
        return Arrays.stream(texts).map(BigDecimal::new).toList();
    }

    private static List<Instant> instants(String... texts) {
        return Arrays.stream(texts).map(Instant::parse).toList();
    }
}
