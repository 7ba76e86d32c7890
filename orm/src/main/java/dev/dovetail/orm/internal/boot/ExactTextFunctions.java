package dev.dovetail.orm.internal.boot;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.query.sqm.function.SqmFunctionRegistry;
import org.hibernate.query.sqm.produce.function.StandardFunctionReturnTypeResolvers;

/**
 * Functions for HQL on engines whose usual collations take texts for equal that are not the same: {@code exact_text(x)} is
 * equal only to the same text, {@code ordered_text(x)} is compared by its characters.
 */
final class ExactTextFunctions {

    private ExactTextFunctions() {}

    static void register(FunctionContributions contributions) {
        SqmFunctionRegistry functions = contributions.getFunctionRegistry();
        register(functions, "exact_text", "binary ?1");
        register(functions, "ordered_text", "convert(?1 using utf8mb4) collate utf8mb4_bin");
    }

    /** Of the type of what it is given: a string or a character. */
    private static void register(SqmFunctionRegistry functions, String name, String pattern) {
        functions
                .patternDescriptorBuilder(name, pattern)
                .setExactArgumentCount(1)
                .setReturnTypeResolver(StandardFunctionReturnTypeResolvers.useArgType(1))
                .register();
    }
}
