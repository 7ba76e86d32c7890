package dev.dovetail.orm.internal.boot;

import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.java.JavaType;
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
        return new FloatingPointBinder<>(javaType, this, "a double attribute", family);
    }
}
