package dev.dovetail.orm.internal.boot;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.hibernate.type.descriptor.jdbc.JdbcType;

/**
 * A date or time that is text in the database.
 *
 * @param <V> the type of {@code java.time} that stands between the attribute's type and the text
 */
final class SqliteTextType<V> implements JdbcType {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final Class<V> valueType;
    private final transient Function<V, String> format;
    private final transient Function<String, V> parse;

    SqliteTextType(int code, Class<V> valueType, Function<V, String> format, Function<String, V> parse) {
        this.code = code;
        this.valueType = valueType;
        this.format = format;
        this.parse = parse;
    }

    @Override
    public int getJdbcTypeCode() {
        return code;
    }

    @Override
    public Class<?> getPreferredJavaTypeClass(WrapperOptions options) {
        return valueType;
    }

    @Override
    public <J> JdbcLiteralFormatter<J> getJdbcLiteralFormatter(JavaType<J> javaType) {
        return (appender, value, dialect, options) -> {
            V unwrapped = javaType.unwrap(value, valueType, options);
            appender.appendSql('\'' + format.apply(unwrapped) + '\'');
        };
    }

    @Override
    public <J> ValueBinder<J> getBinder(JavaType<J> javaType) {
        return new BasicBinder<>(javaType, this) {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doBind(PreparedStatement statement, J value, int index, WrapperOptions options)
                    throws SQLException {
                statement.setString(index, format.apply(javaType.unwrap(value, valueType, options)));
            }

            @Override
            protected void doBind(CallableStatement statement, J value, String name, WrapperOptions options)
                    throws SQLException {
                statement.setString(name, format.apply(javaType.unwrap(value, valueType, options)));
            }
        };
    }

    @Override
    public <J> ValueExtractor<J> getExtractor(JavaType<J> javaType) {
        return new BasicExtractor<>(javaType, this) {
            private static final long serialVersionUID = 1L;

            @Override
            protected J doExtract(ResultSet rows, int index, WrapperOptions options) throws SQLException {
                return read(rows.getString(index), options);
            }

            @Override
            protected J doExtract(CallableStatement statement, int index, WrapperOptions options) throws SQLException {
                return read(statement.getString(index), options);
            }

            @Override
            protected J doExtract(CallableStatement statement, String name, WrapperOptions options)
                    throws SQLException {
                return read(statement.getString(name), options);
            }

            private J read(String text, WrapperOptions options) {
                return javaType.wrap(text == null ? null : parse.apply(text), options);
            }
        };
    }
}
