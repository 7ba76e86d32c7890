package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is read of an entity class, before all others are read, too.
 *
 * @param hierarchy the class and those it inherits from, the topmost first
 * @param attributes those that it declares
 * @param id reads its id, if it does not inherit it
 */
record EntityDraft(
        Class<?> type,
        List<Class<?>> hierarchy,
        List<AttributeMapping> attributes,
        IdReader id,
        @Nullable Basic version) {}
