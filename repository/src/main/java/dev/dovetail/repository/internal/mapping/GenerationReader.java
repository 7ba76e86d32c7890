package dev.dovetail.repository.internal.mapping;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;

/** Reads where generated ids come from. */
final class GenerationReader {

    private final Class<?> type;
    private final List<Class<?>> hierarchy;
    private final Catalog catalog;

    GenerationReader(Class<?> type, List<Class<?>> hierarchy, Catalog catalog) {
        this.type = type;
        this.hierarchy = hierarchy;
        this.catalog = catalog;
    }

    IdGeneration read(Accessor id) {
        String generator = id.annotations().getAnnotation(GeneratedValue.class).generator();
        String counter = "entity " + catalog.names().store(type);
        long first = 1;
        List<AnnotatedElement> places = new ArrayList<>(hierarchy);
        places.add(id.annotations());
        for (AnnotatedElement place : places) {
            for (SequenceGenerator sequence : place.getAnnotationsByType(SequenceGenerator.class)) {
                if (sequence.name().equals(generator) || generator.isEmpty()) {
                    counter = "sequence "
                            + (sequence.sequenceName().isEmpty() ? sequence.name() : sequence.sequenceName());
                    first = sequence.initialValue();
                }
            }
            for (TableGenerator table : place.getAnnotationsByType(TableGenerator.class)) {
                if (table.name().equals(generator) || generator.isEmpty()) {
                    counter = "table " + table.table() + " "
                            + (table.pkColumnValue().isEmpty() ? table.name() : table.pkColumnValue());
                    first = table.initialValue() + 1L;
                }
            }
        }
        IdGeneration generation = IdGeneration.generated(id.type(), counter, first);
        if (generation != null) {
            return generation;
        }
        catalog.faults()
                .add(
                        type,
                        id.name(),
                        "ids of type " + id.type().getSimpleName() + " cannot be generated",
                        "use a whole number, a UUID or a String");
        return IdGeneration.assigned(id.type());
    }
}
