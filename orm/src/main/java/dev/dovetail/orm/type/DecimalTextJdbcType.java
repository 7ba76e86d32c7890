package dev.dovetail.orm.type;

import dev.dovetail.core.type.Digits;
import dev.dovetail.core.type.SortableDecimal;
import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.NumericJdbcType;
import org.jspecify.annotations.Nullable;

/**
 * An attribute whose column is {@code decimal_text(precision, scale)} on SQLite, exact for any number of digits, and
 * {@code numeric(precision, scale)} on the other engines: {@code @JdbcType(DecimalTextJdbcType.class) BigDecimal total}.
 * Core's {@link dev.dovetail.core.type.DecimalTextBinding} reads and writes the same. Compare it with parameters; numbers
 * written into a query, arithmetic and {@code sum} are not right on SQLite.
 */
public final class DecimalTextJdbcType extends NumericJdbcType {

    private static final long serialVersionUID = 1L;

    private @Nullable Digits digits;

    /** For Hibernate, which makes one for each attribute. */
    public DecimalTextJdbcType() {}

    /** Tells it what its column holds, when the attributes are mapped: a value with more digits is refused from then on. */
    public void columnDigits(Digits ofColumn) {
        digits = ofColumn;
    }

    private BigDecimal required(BigDecimal number) {
        return digits == null ? number : Objects.requireNonNull(digits.require(number));
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return new BasicBinder<>(javaType, this) {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                    throws SQLException {
                BigDecimal number = required(javaType.unwrap(value, BigDecimal.class, options));
                if (isSqlite(options)) {
                    statement.setString(index, SortableDecimal.encode(number));
                } else {
                    statement.setBigDecimal(index, number);
                }
            }

            @Override
            protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options)
                    throws SQLException {
                statement.setBigDecimal(name, required(javaType.unwrap(value, BigDecimal.class, options)));
            }
        };
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return new BasicExtractor<>(javaType, this) {
            private static final long serialVersionUID = 1L;

            @Override
            protected @Nullable X doExtract(ResultSet rows, int index, WrapperOptions options) throws SQLException {
                if (!isSqlite(options)) {
                    return javaType.wrap(rows.getBigDecimal(index), options);
                }
                String text = rows.getString(index);
                return text == null ? null : javaType.wrap(SortableDecimal.decode(text), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, int index, WrapperOptions options) throws SQLException {
                return javaType.wrap(statement.getBigDecimal(index), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, String name, WrapperOptions options)
                    throws SQLException {
                return javaType.wrap(statement.getBigDecimal(name), options);
            }
        };
    }

    private static boolean isSqlite(WrapperOptions options) {
        return options.getDialect() instanceof SQLiteDialect;
    }
}
