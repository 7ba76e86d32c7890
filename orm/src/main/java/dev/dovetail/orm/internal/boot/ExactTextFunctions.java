package dev.dovetail.orm.internal.boot;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.query.sqm.function.SqmFunctionRegistry;
import org.hibernate.type.BasicType;
import org.hibernate.type.StandardBasicTypes;

/**
 * Functions for HQL on engines whose usual collations take texts for equal that are not the same: {@code exact_text(x)} is
 * equal only to the same text, {@code ordered_text(x)} is compared by its characters.
 */
final class ExactTextFunctions {

    private ExactTextFunctions() {}

    static void register(FunctionContributions contributions) {
        BasicType<String> text =
                contributions.getTypeConfiguration().getBasicTypeRegistry().resolve(StandardBasicTypes.STRING);
        SqmFunctionRegistry functions = contributions.getFunctionRegistry();
        functions.registerPattern("exact_text", "binary ?1", text);
        functions.registerPattern("ordered_text", "convert(?1 using utf8mb4) collate utf8mb4_bin", text);
    }
}
