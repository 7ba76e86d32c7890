package dev.dovetail.orm.internal.boot;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.TimestampUtcAsInstantJdbcType;

/** H2 with times whose fractions are cut, not rounded. */
final class CuttingH2Dialect extends H2Dialect {

    CuttingH2Dialect(DatabaseVersion version) {
        super(version);
    }

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
        super.contributeTypes(contributions, registry);
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
