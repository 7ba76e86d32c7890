package dev.dovetail.repository.internal.mapping;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.InheritanceType;
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
        GeneratedValue generated = id.annotations().getAnnotation(GeneratedValue.class);
        if (generated.strategy() == GenerationType.IDENTITY
                && EntityNames.strategy(type) == InheritanceType.TABLE_PER_CLASS
                && catalog.names().concrete(type).stream().anyMatch(concrete -> concrete != type)) {
            catalog.faults()
                    .add(
                            type,
                            id.name(),
                            "each table of TABLE_PER_CLASS would count for itself (IDENTITY), so two entities would have one id",
                            "use a sequence, UUID, or JOINED or SINGLE_TABLE");
        }
        String generator = generated.generator();
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
