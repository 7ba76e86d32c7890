package dev.dovetail.orm.internal.boot;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.type.BasicTypeRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.java.LocalDateTimeJavaType;
import org.hibernate.type.descriptor.java.LocalTimeJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.LocalDateTimeJdbcType;
import org.hibernate.type.descriptor.jdbc.LocalTimeJdbcType;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;
import org.hibernate.type.internal.BasicTypeImpl;
import org.jspecify.annotations.Nullable;

/** Times as core writes them: what is finer than a microsecond is cut off, where drivers and engines round it. */
final class CutTimes {

    private CutTimes() {}

    /**
     * For the types that the engine's driver takes as they are; points in time are contributed before.
     *
     * @param dateTimes for dates and times without zone
     */
    static void contribute(TypeContributions contributions, JdbcType dateTimes) {
        JdbcTypeRegistry types = contributions.getTypeConfiguration().getJdbcTypeRegistry();
        JdbcType times = new LocalTimeJdbcType() {
            private static final long serialVersionUID = 1L;

            @Override
            public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
                return cutting(super.getBinder(javaType));
            }
        };
        types.addDescriptor(SqlTypes.LOCAL_TIME, times);
        types.addDescriptor(SqlTypes.LOCAL_DATE_TIME, dateTimes);
        // Drivers do not know all of java.time, or read it in the zone of the JVM: it is stored like an Instant.
        JdbcType moments = types.getDescriptor(SqlTypes.TIMESTAMP_UTC);
        types.addDescriptor(SqlTypes.OFFSET_DATE_TIME, moments);
        types.addDescriptor(SqlTypes.ZONED_DATE_TIME, moments);
        // Hibernate takes parameters of conditions for java.sql's types otherwise, moved to another zone.
        BasicTypeRegistry basics = contributions.getTypeConfiguration().getBasicTypeRegistry();
        basics.register(new BasicTypeImpl<>(LocalTimeJavaType.INSTANCE, times), "LocalTime", LocalTime.class.getName());
        basics.register(
                new BasicTypeImpl<>(LocalDateTimeJavaType.INSTANCE, dateTimes),
                "LocalDateTime",
                LocalDateTime.class.getName());
    }

    /** Dates and times without zone. */
    static JdbcType dateTimes() {
        return new LocalDateTimeJdbcType() {
            private static final long serialVersionUID = 1L;

            @Override
            public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
                return cutting(super.getBinder(javaType));
            }
        };
    }

    /** Binds what another one does, cut. */
    static <X> ValueBinder<X> cutting(ValueBinder<X> binder) {
        return new ValueBinder<>() {
            @Override
            public void bind(PreparedStatement statement, X value, int index, WrapperOptions options)
                    throws SQLException {
                binder.bind(statement, cut(value), index, options);
            }

            @Override
            public void bind(CallableStatement statement, X value, String name, WrapperOptions options)
                    throws SQLException {
                binder.bind(statement, cut(value), name, options);
            }

            @Override
            public Object getBindValue(X value, WrapperOptions options) throws SQLException {
                return binder.getBindValue(cut(value), options);
            }
        };
    }

    @SuppressWarnings("unchecked") // of the type of the value
    private static <X extends @Nullable Object> X cut(X value) {
        @Nullable Object cut = value;
        if (value instanceof Instant moment) {
            cut = moment.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof LocalDateTime dateTime) {
            cut = dateTime.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof LocalTime time) {
            cut = time.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof OffsetDateTime dateTime) {
            cut = dateTime.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof ZonedDateTime dateTime) {
            cut = dateTime.truncatedTo(ChronoUnit.MICROS);
        }
        return (X) cut;
    }
}
