package dev.dovetail.orm.internal.boot;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.BigDecimalJavaType;
import org.hibernate.type.descriptor.jdbc.AdjustableJdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.hibernate.type.descriptor.jdbc.NumericJdbcType;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;

/** Puts checked decimals in the place of the engine's. */
final class CheckedDecimals {

    private CheckedDecimals() {}

    static void contribute(TypeContributions contributions, NumericJdbcType stored) {
        JdbcTypeRegistry types = contributions.getTypeConfiguration().getJdbcTypeRegistry();
        types.addDescriptor(SqlTypes.NUMERIC, new CheckedDecimalType(stored));
        types.addDescriptor(SqlTypes.DECIMAL, new CheckedDecimalType(stored));
        contributions.contributeJavaType(new Converted());
    }

    /** What a converter makes is not adjusted to its column by itself. */
    private static final class Converted extends BigDecimalJavaType {

        private static final long serialVersionUID = 1L;

        @Override
        public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
            JdbcType recommended = super.getRecommendedJdbcType(indicators);
            return recommended instanceof AdjustableJdbcType adjustable
                    ? adjustable.resolveIndicatedType(indicators, this)
                    : recommended;
        }
    }
}
