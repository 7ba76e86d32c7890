package dev.dovetail.orm.internal.boot;

import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.LocalDateTimeJdbcType;
import org.jspecify.annotations.Nullable;

/** Reads a date and time by its parts: MariaDB's driver moves one that the zone of the JVM skips, but not its parts. */
final class MariaDbDateTimeType extends LocalDateTimeJdbcType {

    private static final long serialVersionUID = 1L;

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        ValueExtractor<X> ofCalls = super.getExtractor(javaType);
        return new BasicExtractor<>(javaType, this) {
            private static final long serialVersionUID = 1L;

            @Override
            protected X doExtract(ResultSet rows, int index, WrapperOptions options) throws SQLException {
                return javaType.wrap(byParts(rows, index), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, int index, WrapperOptions options) throws SQLException {
                return ofCalls.extract(statement, index, options);
            }

            @Override
            protected X doExtract(CallableStatement statement, String name, WrapperOptions options)
                    throws SQLException {
                return ofCalls.extract(statement, name, options);
            }
        };
    }

    static @Nullable LocalDateTime byParts(ResultSet rows, int index) throws SQLException {
        LocalDate date = rows.getObject(index, LocalDate.class);
        LocalTime time = date == null ? null : rows.getObject(index, LocalTime.class);
        return time == null ? null : LocalDateTime.of(date, time);
    }
}
