package dev.dovetail.core.type;

import dev.dovetail.core.error.ValueNotKeptException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;

/**
 * jOOQ's data types whose values mean the same on every engine, in jOOQ and in Hibernate: what is written comes back
 * equal, or is refused with a {@link ValueNotKeptException}. For fields that are written by hand; generated code uses the
 * same bindings. What to declare for each in SQL stands in the README of core.
 *
 * <p>The types of whole numbers, {@code SQLDataType.SMALLINT}, {@code INTEGER}, {@code BIGINT}, and {@code BOOLEAN} are
 * jOOQ's own and need nothing. All types are immutable and none depends on the time zone of the JVM.
 */
public final class ColumnTypes {

    private static final Converter<BigDecimal, BigInteger> BIG_INTEGER =
            Converter.ofNullable(BigDecimal.class, BigInteger.class, BigDecimal::toBigIntegerExact, BigDecimal::new);

    private ColumnTypes() {}

    /** Text of up to so many characters; see {@link TextBinding}. The engine, or on SQLite a CHECK, holds the length. */
    public static DataType<String> varchar(int length) {
        return SQLDataType.VARCHAR(length).asConvertedDataType(new TextBinding());
    }

    /** Text of any length; see {@link TextBinding}. */
    public static DataType<String> text() {
        return SQLDataType.CLOB.asConvertedDataType(new TextBinding());
    }

    /** A 32-bit floating point number; see {@link FloatBinding}. */
    public static DataType<Float> real() {
        return SQLDataType.REAL.asConvertedDataType(new FloatBinding());
    }

    /** A 64-bit floating point number; see {@link DoubleBinding}. */
    public static DataType<Double> doublePrecision() {
        return SQLDataType.DOUBLE.asConvertedDataType(new DoubleBinding());
    }

    /** An exact decimal that SQLite stores as a number; see {@link DecimalBinding}. */
    public static DataType<BigDecimal> decimal(int precision, int scale) {
        return SQLDataType.NUMERIC(precision, scale).asConvertedDataType(new DecimalBinding(precision, scale));
    }

    /** An exact decimal that SQLite stores as text; see {@link DecimalTextBinding}. */
    public static DataType<BigDecimal> decimalText(int precision, int scale) {
        return SQLDataType.NUMERIC(precision, scale).asConvertedDataType(new DecimalTextBinding(precision, scale));
    }

    /** A whole number of up to so many digits, stored like {@link #decimal}: 64 bits on SQLite. */
    public static DataType<BigInteger> bigInteger(int precision) {
        return decimal(precision, 0).asConvertedDataType(BIG_INTEGER);
    }

    /** A whole number of up to so many digits, stored like {@link #decimalText}. */
    public static DataType<BigInteger> bigIntegerText(int precision) {
        return SQLDataType.NUMERIC(precision, 0)
                .asConvertedDataType(new BigIntegerTextBinding(new Digits(precision, 0)));
    }

    /** A date; see {@link LocalDateBinding}. */
    public static DataType<LocalDate> localDate() {
        return SQLDataType.LOCALDATE.asConvertedDataType(new LocalDateBinding());
    }

    /** A time of day; see {@link LocalTimeBinding}. */
    public static DataType<LocalTime> localTime() {
        return SQLDataType.LOCALTIME(6).asConvertedDataType(new LocalTimeBinding());
    }

    /** A date and time without zone; see {@link LocalDateTimeBinding}. */
    public static DataType<LocalDateTime> localDateTime() {
        return SQLDataType.LOCALDATETIME(6).asConvertedDataType(new LocalDateTimeBinding());
    }

    /** A point in time, stored in UTC; see {@link InstantBinding}. */
    public static DataType<Instant> instant() {
        return SQLDataType.OFFSETDATETIME(6).asConvertedDataType(new InstantBinding());
    }

    /** A length of time in a {@code bigint} of nanoseconds: up to 292 years, exact, in the order of the lengths. */
    public static DataType<Duration> duration() {
        return SQLDataType.BIGINT.asConvertedDataType(new DurationConverter());
    }

    /** A UUID: the server's own type, or its 36 characters in lower case where the column is text, as on SQLite. */
    public static DataType<UUID> uuid() {
        return SQLDataType.UUID;
    }

    /** Bytes. */
    public static DataType<byte[]> bytes() {
        return SQLDataType.BLOB;
    }

    /**
     * A constant of an enum, stored by its name. A name that is stored and that the enum has no more is refused when it is
     * read.
     */
    public static <E extends Enum<E>> DataType<E> enumeration(Class<E> type) {
        return SQLDataType.VARCHAR.asConvertedDataType(new EnumNameConverter<>(type));
    }

    /** JSON as text: keeps the order of keys and the space between them, except on H2. */
    public static DataType<JSON> json() {
        return SQLDataType.JSON.asConvertedDataType(new JsonBinding());
    }

    /** JSON by its meaning: {@code jsonb} on PostgreSQL. */
    public static DataType<JSONB> jsonb() {
        return SQLDataType.JSONB.asConvertedDataType(new JsonbBinding());
    }

    /**
     * An object in the form of Java's serialization, in a column of bytes. Only this class, the others that are named and
     * those of {@code java.lang}, {@code java.math}, {@code java.time} and {@code java.util} are made when it is read.
     */
    public static <S extends Serializable> DataType<S> serialized(Class<S> type, Class<?>... others) {
        return SQLDataType.BLOB.asConvertedDataType(new SerializedConverter<>(type, Set.of(others)));
    }
}
