package dev.dovetail.orm.internal.fetch;

import dev.dovetail.repository.Lazy;
import dev.dovetail.repository.LazyPolicy;
import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** The policy of each association, read from the annotations when a persistence is opened. Thread-safe. */
final class LazyPolicies {

    private final LazyPolicy otherwise;
    private final Map<String, LazyPolicy> ofCollections = new HashMap<>();
    private final Map<String, LazyPolicy> ofToOnes = new HashMap<>();
    private final Map<String, Set<LazyPolicy>> towards = new HashMap<>();

    private LazyPolicies(LazyPolicy otherwise) {
        this.otherwise = otherwise;
    }

    /**
     * Reads them.
     *
     * @param otherwise the policy of associations without one
     */
    static LazyPolicies of(SessionFactoryImplementor factory, LazyPolicy otherwise) {
        LazyPolicies policies = new LazyPolicies(otherwise);
        factory.getMappingMetamodel()
                .forEachEntityDescriptor(persister -> policies.read(
                        new Position(factory, persister.getEntityName()),
                        persister.getMappedClass(),
                        persister.getPropertyNames(),
                        persister.getPropertyTypes(),
                        ""));
        return policies;
    }

    LazyPolicy ofCollection(@Nullable String role) {
        return role == null ? otherwise : ofCollections.getOrDefault(role, otherwise);
    }

    LazyPolicy ofToOne(EntityPersister owner, String path) {
        return ofToOnes.getOrDefault(owner.getEntityName() + "." + path, otherwise);
    }

    /** The policy of everything that can lead to an entity, or null if they differ. */
    @Nullable
    LazyPolicy towards(EntityPersister target) {
        Set<LazyPolicy> policies = towards.getOrDefault(target.getRootEntityName(), Set.of());
        return policies.stream().allMatch(policy -> policy == otherwise) ? otherwise : null;
    }

    /** The policy of an entity that nothing leads to. */
    LazyPolicy otherwise() {
        return otherwise;
    }

    private void read(Position at, Class<?> declaring, String[] names, Type[] types, String prefix) {
        for (int i = 0; i < names.length; i++) {
            read(at, types[i], annotated(declaring, names[i]), prefix + names[i]);
        }
    }

    private void read(Position at, Type type, @Nullable LazyPolicy annotated, String path) {
        LazyPolicy policy = annotated == null ? otherwise : annotated;
        if (type instanceof CollectionType collection) {
            ofCollections.put(collection.getRole(), policy);
            if (collection.getElementType(at.factory()) instanceof ComponentType element) {
                read(at, element, null, path);
            }
        } else if (type instanceof ComponentType component) {
            read(at, component.getReturnedClass(), component.getPropertyNames(), component.getSubtypes(), path + ".");
        } else if (ToOnes.isToOne(type)) {
            ofToOnes.put(at.entity() + "." + path, policy);
            String root = ToOnes.root(at.factory(), type);
            if (root != null) {
                towards.computeIfAbsent(root, entity -> EnumSet.noneOf(LazyPolicy.class))
                        .add(policy);
            }
        }
    }

    /** On the field or the getter of an attribute, wherever in the hierarchy it stands. */
    private static @Nullable LazyPolicy annotated(Class<?> declaring, String attribute) {
        String suffix = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        for (Class<?> type = declaring; type != null && type != Object.class; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (field.getName().equals(attribute) && policy(field) != null) {
                    return policy(field);
                }
            }
            for (var method : type.getDeclaredMethods()) {
                boolean isGetter = method.getName().equals("get" + suffix)
                        || method.getName().equals("is" + suffix)
                        || method.getName().equals(attribute);
                if (isGetter && method.getParameterCount() == 0 && policy(method) != null) {
                    return policy(method);
                }
            }
        }
        return null;
    }

    private static @Nullable LazyPolicy policy(AnnotatedElement member) {
        Lazy lazy = member.getAnnotation(Lazy.class);
        return lazy == null ? null : lazy.value();
    }

    /** The entity whose attributes are read. */
    private record Position(SessionFactoryImplementor factory, String entity) {}
}
