package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Association;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that was managed when a savepoint was set. Everything was written before, so a return to the savepoint makes it
 * true again.
 *
 * @param memories what makes entities, collections and proxies what they were
 * @param managed the entities that were managed
 * @param deleted what had been deleted
 * @param written how many writes of entities were known of
 */
record WorkSnapshot(List<Runnable> memories, List<ManagedEntity> managed, Set<Object> deleted, int written) {

    static WorkSnapshot of(PersistenceContext context, int written) {
        List<Runnable> memories = new ArrayList<>();
        List<ManagedEntity> managed = context.all();
        for (ManagedEntity entity : managed) {
            memories.add(entity.memory());
            for (AttributeMapping attribute : entity.mapping().attributes()) {
                memories.add(memory(entity.instance(), attribute));
            }
        }
        context.proxies().forEach((key, proxy) -> {
            LazyTarget target = ((LazyReference) proxy).dovetailTarget();
            Object entity = target.entity();
            memories.add(() -> {
                target.loaded(entity);
                context.addProxy(key, proxy);
            });
        });
        return new WorkSnapshot(memories, managed, context.deleted(), written);
    }

    private static Runnable memory(Object owner, AttributeMapping attribute) {
        @Nullable Object value = attribute.accessor().get(owner);
        if (attribute instanceof Plural && value != null) {
            Runnable contents = contents(value);
            return () -> {
                attribute.accessor().set(owner, value);
                contents.run();
            };
        }
        if (attribute instanceof Association) {
            return () -> attribute.accessor().set(owner, value);
        }
        @Nullable Object copy = AttributeValues.copy(attribute, value);
        return () -> attribute.accessor().set(owner, AttributeValues.copy(attribute, copy));
    }

    private static Runnable contents(Object collection) {
        List<@Nullable Object> elements = Contents.isUnloaded(collection) ? null : Contents.copyOf(collection);
        if (collection instanceof GuardedCollection guarded) {
            return () -> guarded.restore(elements);
        }
        return () -> Contents.fill(collection, elements == null ? List.of() : elements);
    }

    /** Makes everything what it was, in a context that manages nothing. */
    void restore(PersistenceContext context) {
        memories.forEach(Runnable::run);
        managed.forEach(context::add);
        context.addDeleted(deleted);
    }
}
