package dev.dovetail.orm.internal.boot;

import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.FloatJdbcType;
import org.jooq.SQLDialect;

/**
 * A float in a column of 64 bits, as the double that it is: its decimal text would be another double. One that the engine
 * would make null or another number is refused.
 */
final class WideFloatType extends FloatJdbcType {

    private static final long serialVersionUID = 1L;

    private final SQLDialect family;

    WideFloatType(SQLDialect family) {
        this.family = family;
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return new FloatingPointBinder<>(javaType, this, "a float attribute", family);
    }
}
