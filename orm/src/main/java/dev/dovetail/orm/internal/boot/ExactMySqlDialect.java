package dev.dovetail.orm.internal.boot;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.dialect.MySQLDialect;

/** MySQL, with functions that compare texts exactly. */
final class ExactMySqlDialect extends MySQLDialect {

    @Override
    public void initializeFunctionRegistry(FunctionContributions contributions) {
        super.initializeFunctionRegistry(contributions);
        ExactTextFunctions.register(contributions);
    }
}
