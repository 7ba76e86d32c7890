package dev.dovetail.orm.fuzz.madeup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values for attributes, at the edges where engines may differ, and few enough to meet each other. */
final class Samples {

    private static final List<String> TEXTS = List.of(
            "a",
            "A",
            "b",
            "",
            " ",
            "a ",
            "\u00e4",
            "\u00c4",
            "z%",
            "_x",
            "it's",
            "\\",
            "B",
            "\uD83D\uDE00",
            "\uFFFD",
            "ab");

    private final boolean portable;

    private Samples(boolean portable) {
        this.portable = portable;
    }

    /** What every engine keeps alike. */
    static Samples portable() {
        return new Samples(true);
    }

    /** What one engine may refuse, and others may not. */
    static Samples ofEngines() {
        return new Samples(false);
    }

    /** A value for an attribute, now and then one that its column refuses: at most one of an entity. */
    @Nullable
    Object of(Attribute attribute, Random random, boolean mayBeBad) {
        if (mayBeBad) {
            return of(attribute, random);
        }
        while (true) {
            Object value = of(attribute, random);
            if (value == null ? attribute.nullable() : fits(value, attribute.length())) {
                return value;
            }
        }
    }

    private boolean fits(Object value, int length) {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length()) <= length;
        }
        return !(value instanceof byte[] bytes) || bytes.length <= length;
    }

    /** A value for an attribute, now and then one that its column refuses. */
    @Nullable
    Object of(Attribute attribute, Random random) {
        if (!attribute.isPrimitive() && random.nextInt(attribute.nullable() ? 5 : 60) == 0) {
            return null;
        }
        return value(attribute.type(), attribute.length(), random);
    }

    /** A value of a class that is not null. */
    Object value(String type, int length, Random random) {
        return switch (type) {
            case "String" -> text(length, random);
            case "boolean", "Boolean" -> random.nextBoolean();
            case "byte", "Byte" -> one(random, (byte) 0, (byte) 1, (byte) -1, Byte.MAX_VALUE, Byte.MIN_VALUE);
            case "short", "Short" -> one(random, (short) 0, (short) 1, (short) -7, Short.MAX_VALUE, Short.MIN_VALUE);
            case "int", "Integer" -> one(random, 0, 1, 2, 3, -1, 7, 100, Integer.MAX_VALUE, Integer.MIN_VALUE);
            case "long", "Long" ->
                one(random, 0L, 1L, 2L, -1L, 1L << 53, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE);
            case "float", "Float" -> one(random, 0f, 1.5f, -2.25f, 0.1f, 1e30f, Float.MIN_NORMAL);
            case "double", "Double" -> decimal(random);
            case "BigDecimal" ->
                new BigDecimal(one(random, "0", "1.5", "1.50", "-1.25", "9999999999.99", "0.01", "100", "1.005"));
            case "BigInteger" -> new BigInteger(one(random, "0", "-1", "12345678901234567", "999999999999999999"));
            case "LocalDate" -> date(random);
            case "LocalTime" -> time(random);
            case "LocalDateTime" -> LocalDateTime.of(date(random), time(random));
            case "Instant" -> instant(random);
            case "UUID" ->
                UUID.fromString(one(
                        random,
                        "00000000-0000-0000-0000-000000000000",
                        "7fffffff-ffff-ffff-7fff-ffffffffffff",
                        "80000000-0000-4000-8000-000000000000",
                        "ffffffff-ffff-ffff-ffff-ffffffffffff"));
            case "byte[]" ->
                one(
                        random,
                        new byte[0],
                        new byte[] {0},
                        new byte[] {1, -1},
                        new byte[length],
                        portable ? new byte[1] : new byte[length + 1]);
            case "Colour" -> one(random, Colour.values());
            case "Weight" -> new Weight(one(random, 0, 5, 10, -1));
            case "Spot" ->
                new Spot(
                        random.nextInt(4) == 0 ? null : text(20, random),
                        random.nextInt(3) == 0 ? null : Integer.valueOf(random.nextInt(3)));
            case "Span" ->
                new Span(
                        random.nextInt(4) == 0 ? null : Integer.valueOf(random.nextInt(3)),
                        random.nextInt(3) == 0 ? null : date(random));
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static String text(int length, Random random) {
        return switch (random.nextInt(40)) {
            case 0 -> "x".repeat(length + 1);
            case 1 -> "x".repeat(length);
            case 2 -> "\uD83D\uDE00".repeat(length);
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    private Double decimal(Random random) {
        if (!portable && random.nextInt(6) == 0) {
            return one(random, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0);
        }
        return one(random, 0.0, 1.5, -2.25, 0.1, 1e300, 1e-300, 9007199254740993.0, Double.MAX_VALUE);
    }

    private LocalDate date(Random random) {
        if (!portable && random.nextInt(6) == 0) {
            return LocalDate.of(one(random, 0, -1, 10_000), 1, 1);
        }
        return LocalDate.parse(
                one(random, "2000-01-01", "2024-02-29", "0001-01-01", "9999-12-31", "1969-12-31", "1582-10-10"));
    }

    private LocalTime time(Random random) {
        return LocalTime.parse(
                portable
                        ? one(random, "00:00", "23:59:59.999", "12:30:00.001", "12:30")
                        : one(random, "00:00", "23:59:59.999999999", "12:30:00.000001", "12:30:00.0000009"));
    }

    private Instant instant(Random random) {
        return Instant.parse(
                portable
                        ? one(random, "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "2038-01-19T03:14:08.5Z")
                        : one(
                                random,
                                "1970-01-01T00:00:00Z",
                                "1969-12-31T23:59:59.999999999Z",
                                "2038-01-19T03:14:08.0000001Z"));
    }

    @SafeVarargs
    static <T> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** As it may stand in a source. */
    static String shown(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length() > 18
                    ? shown(text.substring(0, text.offsetByCodePoints(0, 1))) + ".repeat("
                            + text.codePointCount(0, text.length()) + ")"
                    : "\"" + text.replace("\\", "\\\\") + "\"";
        }
        if (value instanceof byte[] bytes) {
            return Arrays.toString(bytes);
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Object[] values) {
            return shown(Arrays.asList(values));
        }
        if (value instanceof Record tuple && tuple.getClass().getSimpleName().startsWith("Row")) {
            List<String> parts = new ArrayList<>();
            for (var component : tuple.getClass().getRecordComponents()) {
                try {
                    parts.add(shown(component.getAccessor().invoke(tuple)));
                } catch (ReflectiveOperationException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
            return parts.toString();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                            .map(each -> shown(each.getKey()) + "=" + shown(each.getValue()))
                            .toList() + "";
        }
        return value instanceof Collection<?> collection
                ? collection.stream().map(Samples::shown).toList().toString()
                : String.valueOf(value);
    }
}
