package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.store.ForeignKey.OnDelete;
import jakarta.persistence.OneToMany;
import java.lang.reflect.AnnotatedElement;
import java.util.List;

/** What a foreign key does when the row is deleted to which it points: Hibernate's annotation, read by its name. */
final class OnDeletes {

    static final String ANNOTATION = "org.hibernate.annotations.OnDelete";

    private OnDeletes() {}

    /** As an attribute says that has the key, or a collection on the other side of it. */
    static OnDelete of(Class<?> entity, Accessor accessor, Class<?> target, MappingFaults faults) {
        OnDelete own = of(entity, accessor, faults);
        if (own != OnDelete.NOTHING) {
            return own;
        }
        List<Class<?>> hierarchy = Members.hierarchy(target);
        for (Accessor member : Members.of(hierarchy, Members.areProperties(hierarchy))) {
            OneToMany many = member.annotations().getAnnotation(OneToMany.class);
            if (many != null
                    && many.mappedBy().equals(accessor.name())
                    && CollectionReader.argument(member, ShapeReader.isMap(member) ? 1 : 0) == entity) {
                return of(target, member, faults);
            }
        }
        return OnDelete.NOTHING;
    }

    /** As an attribute says. */
    static OnDelete of(Class<?> entity, Accessor accessor, MappingFaults faults) {
        AnnotatedElement annotations = accessor.annotations();
        NamedAnnotation annotation = NamedAnnotation.find(annotations, ANNOTATION);
        if (annotation == null) {
            return OnDelete.NOTHING;
        }
        String action = annotation.text("action");
        switch (action) {
            case "CASCADE":
                return OnDelete.CASCADE;
            case "SET_NULL":
                return OnDelete.SET_NULL;
            case "NO_ACTION", "RESTRICT":
                return OnDelete.NOTHING;
            default:
                faults.add(
                        entity,
                        accessor.name(),
                        "@OnDelete with " + action + " is not supported by the fake",
                        "use CASCADE, SET_NULL, RESTRICT or NO_ACTION");
                return OnDelete.NOTHING;
        }
    }
}
