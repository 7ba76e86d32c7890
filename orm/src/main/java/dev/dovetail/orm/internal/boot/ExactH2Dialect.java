package dev.dovetail.orm.internal.boot;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.NumericJdbcType;
import org.hibernate.type.descriptor.jdbc.TimestampUtcAsInstantJdbcType;

/** H2 with times whose fractions are cut, and decimals that are refused before they would be rounded. */
final class ExactH2Dialect extends H2Dialect {

    /** The oldest that Hibernate lets lock without waiting. */
    ExactH2Dialect() {
        super(DatabaseVersion.make(2, 2, 220));
    }

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
        super.contributeTypes(contributions, registry);
        CheckedDecimals.contribute(contributions, NumericJdbcType.INSTANCE);
        contributions
                .getTypeConfiguration()
                .getJdbcTypeRegistry()
                .addDescriptor(SqlTypes.TIMESTAMP_UTC, new TimestampUtcAsInstantJdbcType() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
                        return CutTimes.cutting(super.getBinder(javaType));
                    }
                });
        CutTimes.contribute(contributions, CutTimes.dateTimes());
    }
}
