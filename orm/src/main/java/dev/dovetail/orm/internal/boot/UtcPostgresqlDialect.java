package dev.dovetail.orm.internal.boot;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.NumericJdbcType;
import org.hibernate.type.descriptor.jdbc.TimestampUtcAsOffsetDateTimeJdbcType;

/** PostgreSQL with points in time as they are, without {@code java.sql.Timestamp} and its old calendar in between. */
final class UtcPostgresqlDialect extends PostgreSQLDialect {

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
        super.contributeTypes(contributions, registry);
        CheckedDecimals.contribute(contributions, NumericJdbcType.INSTANCE);
        contributions
                .getTypeConfiguration()
                .getJdbcTypeRegistry()
                .addDescriptor(SqlTypes.TIMESTAMP_UTC, new TimestampUtcAsOffsetDateTimeJdbcType() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
                        return CutTimes.cutting(super.getBinder(javaType));
                    }
                });
        CutTimes.contribute(contributions, CutTimes.dateTimes());
    }
}
