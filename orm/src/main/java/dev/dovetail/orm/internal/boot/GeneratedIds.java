package dev.dovetail.orm.internal.boot;

import dev.dovetail.core.engine.Engine;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SequenceGenerator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.boot.models.annotations.internal.GeneratedValueJpaAnnotation;
import org.hibernate.models.spi.ClassDetails;
import org.hibernate.models.spi.ClassDetailsRegistry;
import org.hibernate.models.spi.MemberDetails;
import org.jspecify.annotations.Nullable;

/**
 * Ids from a sequence come from the table itself where the engine has no sequences, so that the same entities work on every
 * engine. Hibernate would count in a table there, in a transaction of its own, which one connection does not have.
 */
final class GeneratedIds {

    private static final Set<Class<?>> NUMBERS =
            Set.of(Long.class, long.class, Integer.class, int.class, Short.class, short.class);

    private final boolean sequences;
    private final List<String> faults = new ArrayList<>();

    private GeneratedIds(Engine engine) {
        this.sequences = engine != Engine.SQLITE && engine != Engine.MYSQL;
    }

    /**
     * Changes how the ids of entity classes are generated, before anything is mapped.
     *
     * @return what cannot be served
     */
    static List<String> adapt(Engine engine, ClassDetailsRegistry classes, Collection<Class<?>> entities) {
        GeneratedIds ids = new GeneratedIds(engine);
        for (Class<?> entity : entities) {
            ClassDetails type = classes.resolveClassDetails(entity.getName());
            while (type != null && !Object.class.getName().equals(type.getName())) {
                ids.visit(entity, type);
                type = type.getSuperClass();
            }
        }
        return ids.faults;
    }

    private void visit(Class<?> entity, ClassDetails type) {
        boolean named = type.getDirectAnnotationUsage(SequenceGenerator.class) != null;
        type.getFields().forEach(field -> visit(entity, field, named));
        type.getMethods().forEach(method -> visit(entity, method, named));
    }

    private void visit(Class<?> entity, MemberDetails member, boolean named) {
        GeneratedValue generated = member.getDirectAnnotationUsage(GeneratedValue.class);
        if (generated == null || member.getType() == null) {
            return;
        }
        if (generated.strategy() == GenerationType.TABLE) {
            fault(
                    entity,
                    member,
                    "ids that are counted in a table (TABLE) need a transaction and a connection of their own;"
                            + " use @GeneratedValue without a strategy, or IDENTITY");
        } else if (!sequences && isNumber(member) && isFromSequence(member, generated, named)) {
            GeneratedValueJpaAnnotation changed = (GeneratedValueJpaAnnotation) generated;
            changed.strategy(GenerationType.IDENTITY);
            changed.generator("");
        }
        if (generated.strategy() == GenerationType.IDENTITY && hasTableOfItsOwnBesideItsParents(entity)) {
            fault(
                    entity,
                    member,
                    "each table of TABLE_PER_CLASS would count for itself (IDENTITY, which is what a sequence becomes on"
                            + " engines without them), so two entities would have one id; use UUID, or JOINED or SINGLE_TABLE");
        }
    }

    private void fault(Class<?> entity, MemberDetails member, String why) {
        String fault = entity.getSimpleName() + "." + member.resolveAttributeName() + ": " + why;
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    private static boolean hasTableOfItsOwnBesideItsParents(Class<?> entity) {
        for (Class<?> parent = entity.getSuperclass(); parent != null; parent = parent.getSuperclass()) {
            Inheritance inheritance = parent.getDeclaredAnnotation(Inheritance.class);
            if (inheritance != null) {
                return inheritance.strategy() == InheritanceType.TABLE_PER_CLASS;
            }
        }
        return false;
    }

    private static boolean isNumber(MemberDetails member) {
        @Nullable Class<?> type = member.getType().determineRawClass().toJavaClass();
        return type != null && NUMBERS.contains(type);
    }

    /** A generator of any other name may be one of the application's own. */
    private static boolean isFromSequence(MemberDetails member, GeneratedValue generated, boolean named) {
        return switch (generated.strategy()) {
            case SEQUENCE -> true;
            case AUTO ->
                generated.generator().isEmpty()
                        || named
                        || member.getDirectAnnotationUsage(SequenceGenerator.class) != null;
            case IDENTITY, TABLE, UUID -> false;
        };
    }
}
