package dev.dovetail.orm.internal.boot;

import dev.dovetail.core.type.Digits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.jspecify.annotations.Nullable;

/** The digits that a mapped decimal has in its table: those of the mapping, else those that Hibernate declares. */
final class ColumnDigits {

    private static final Pattern DECLARED = Pattern.compile("\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\)");

    private ColumnDigits() {}

    /** Null where they are not known, as of a formula. */
    static @Nullable Digits of(BasicValue value, JavaType<?> type, JdbcType stored) {
        Class<?> number = type.getJavaTypeClass();
        if ((number != BigDecimal.class && number != BigInteger.class)
                || !(value.getColumn() instanceof Column column)) {
            return null;
        }
        if (column.getSqlType() != null) {
            return declared(column.getSqlType());
        }
        Dialect dialect = value.getDialect();
        Integer precision = column.getPrecision();
        Integer scale = column.getScale();
        int digits = precision == null ? type.getDefaultSqlPrecision(dialect, stored) : precision;
        int fraction = scale != null ? scale : precision != null ? 0 : type.getDefaultSqlScale(dialect, stored);
        return digits < 1 || fraction < 0 || fraction > digits ? null : new Digits(digits, fraction);
    }

    private static @Nullable Digits declared(String sqlType) {
        Matcher matcher = DECLARED.matcher(sqlType);
        return matcher.find()
                ? new Digits(
                        Integer.parseInt(matcher.group(1)),
                        matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)))
                : null;
    }
}
