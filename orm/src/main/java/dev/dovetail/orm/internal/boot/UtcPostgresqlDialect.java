package dev.dovetail.orm.internal.boot;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.TimestampUtcAsOffsetDateTimeJdbcType;

/** PostgreSQL with points in time as they are, without {@code java.sql.Timestamp} and its old calendar in between. */
final class UtcPostgresqlDialect extends PostgreSQLDialect {

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
        super.contributeTypes(contributions, registry);
        contributions
                .getTypeConfiguration()
                .getJdbcTypeRegistry()
                .addDescriptor(SqlTypes.TIMESTAMP_UTC, TimestampUtcAsOffsetDateTimeJdbcType.INSTANCE);
    }
}
