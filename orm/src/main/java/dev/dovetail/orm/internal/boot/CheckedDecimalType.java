package dev.dovetail.orm.internal.boot;

import dev.dovetail.core.error.ValueNotKeptException;
import dev.dovetail.core.type.Digits;
import dev.dovetail.orm.internal.jdbc.ParameterPlaces;
import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.mapping.BasicValue;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.AdjustableJdbcType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.hibernate.type.descriptor.jdbc.NumericJdbcType;
import org.jspecify.annotations.Nullable;

/** A decimal with no more digits than its column: the engines round a fraction without a word. */
final class CheckedDecimalType extends NumericJdbcType implements AdjustableJdbcType {

    private static final long serialVersionUID = 1L;

    private final NumericJdbcType stored;
    private final @Nullable Digits digits;

    /** For what has no column, such as a computed value; attributes get one of their own. */
    CheckedDecimalType(NumericJdbcType stored) {
        this(stored, null);
    }

    private CheckedDecimalType(NumericJdbcType stored, @Nullable Digits digits) {
        this.stored = stored;
        this.digits = digits;
    }

    @Override
    public JdbcType resolveIndicatedType(JdbcTypeIndicators indicators, JavaType<?> type) {
        return indicators instanceof BasicValue value ? of(value, type) : this;
    }

    private JdbcType of(BasicValue value, JavaType<?> type) {
        Digits ofColumn = ColumnDigits.of(value, type, this);
        return ofColumn == null ? this : new CheckedDecimalType(stored, ofColumn);
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        ValueBinder<X> binder = stored.getBinder(javaType);
        return digits == null ? binder : new Checked<>(javaType, this, binder, digits);
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return stored.getExtractor(javaType);
    }

    /** Looks at a value before it is bound. */
    static final class Checked<X> extends BasicBinder<X> {

        private static final long serialVersionUID = 1L;

        private final ValueBinder<X> binder;
        private final Digits digits;

        Checked(JavaType<X> javaType, JdbcType type, ValueBinder<X> binder, Digits digits) {
            super(javaType, type);
            this.binder = binder;
            this.digits = digits;
        }

        private void require(X value, WrapperOptions options) {
            digits.require(getJavaType().unwrap(value, BigDecimal.class, options));
        }

        @Override
        protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                throws SQLException {
            try {
                require(value, options);
            } catch (ValueNotKeptException refused) {
                // No row has it, which is an answer to whoever compares with it.
                if (ParameterPlaces.isWritten(statement, index)) {
                    throw refused;
                }
            }
            binder.bind(statement, value, index, options);
        }

        @Override
        protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options)
                throws SQLException {
            require(value, options);
            binder.bind(statement, value, name, options);
        }
    }
}
