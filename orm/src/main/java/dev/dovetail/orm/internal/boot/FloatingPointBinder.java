package dev.dovetail.orm.internal.boot;

import dev.dovetail.core.type.FloatingPoint;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.jooq.SQLDialect;

/** Binds as a double; a value that the engine would make null or another number is refused. */
final class FloatingPointBinder<X> extends BasicBinder<X> {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final SQLDialect family;

    FloatingPointBinder(JavaType<X> javaType, JdbcType jdbcType, String what, SQLDialect family) {
        super(javaType, jdbcType);
        this.what = what;
        this.family = family;
    }

    @Override
    protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options) throws SQLException {
        statement.setDouble(index, kept(value, options));
    }

    @Override
    protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options)
            throws SQLException {
        statement.setDouble(name, kept(value, options));
    }

    private double kept(X value, WrapperOptions options) {
        return FloatingPoint.require(getJavaType().unwrap(value, Double.class, options), what, family);
    }
}
