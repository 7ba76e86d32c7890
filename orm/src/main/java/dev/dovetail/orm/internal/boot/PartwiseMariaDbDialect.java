package dev.dovetail.orm.internal.boot;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.NumericJdbcType;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;
import org.hibernate.type.descriptor.sql.internal.DdlTypeImpl;
import org.jooq.SQLDialect;

/** MariaDB with dates and times that do not depend on the zone of the JVM. */
final class PartwiseMariaDbDialect extends MariaDBDialect {

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
        super.contributeTypes(contributions, registry);
        CheckedDecimals.contribute(contributions, NumericJdbcType.INSTANCE);
        JdbcTypeRegistry types = contributions.getTypeConfiguration().getJdbcTypeRegistry();
        types.addDescriptor(SqlTypes.TIMESTAMP_UTC, new MariaDbInstantType());
        CutTimes.contribute(contributions, new MariaDbDateTimeType());
        types.addDescriptor(SqlTypes.FLOAT, new WideFloatType(SQLDialect.MARIADB));
        types.addDescriptor(SqlTypes.DOUBLE, new KeptDoubleType(SQLDialect.MARIADB));
        types.addDescriptor(SqlTypes.REAL, new WideFloatType(SQLDialect.MARIADB));
    }

    /** MariaDB tells a float with six digits only. */
    @Override
    protected void registerColumnTypes(TypeContributions contributions, ServiceRegistry registry) {
        super.registerColumnTypes(contributions, registry);
        contributions
                .getTypeConfiguration()
                .getDdlTypeRegistry()
                .addDescriptor(new DdlTypeImpl(SqlTypes.FLOAT, "double", this));
    }

    @Override
    public void initializeFunctionRegistry(FunctionContributions contributions) {
        super.initializeFunctionRegistry(contributions);
        ExactTextFunctions.register(contributions);
    }
}
