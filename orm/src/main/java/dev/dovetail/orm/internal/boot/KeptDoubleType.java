package dev.dovetail.orm.internal.boot;

import dev.dovetail.core.type.FloatingPoint;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.DoubleJdbcType;
import org.jooq.SQLDialect;

/** A double; one that the engine would make null or another number is refused. */
final class KeptDoubleType extends DoubleJdbcType {

    private static final long serialVersionUID = 1L;

    private final SQLDialect family;

    KeptDoubleType(SQLDialect family) {
        this.family = family;
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return new BasicBinder<>(javaType, this) {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                    throws SQLException {
                statement.setDouble(index, kept(value, options));
            }

            @Override
            protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options)
                    throws SQLException {
                statement.setDouble(name, kept(value, options));
            }

            private double kept(X value, WrapperOptions options) {
                return FloatingPoint.require(
                        javaType.unwrap(value, Double.class, options), "a double attribute", family);
            }
        };
    }
}
