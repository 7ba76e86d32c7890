package dev.dovetail.orm.internal.boot;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.descriptor.jdbc.NumericJdbcType;

/** MySQL with texts that are compared exactly, and decimals that are refused before they would be rounded. */
final class ExactMySqlDialect extends MySQLDialect {

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
        super.contributeTypes(contributions, registry);
        CheckedDecimals.contribute(contributions, NumericJdbcType.INSTANCE);
    }

    @Override
    public void initializeFunctionRegistry(FunctionContributions contributions) {
        super.initializeFunctionRegistry(contributions);
        ExactTextFunctions.register(contributions);
    }
}
