package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.LazyPolicy;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an unloaded association stands, and what happens when it is used.
 *
 * @param owner has the association
 * @param isManaged whether the owner is managed (still): else nothing can be loaded
 * @param isFirst whether a warning is the first one of its kind in the unit of work
 * @param isAllowed whether it may be loaded right now, whatever the policy says
 */
record Origin(
        ManagedEntity owner,
        String attribute,
        LazyPolicy policy,
        Predicate<ManagedEntity> isManaged,
        Predicate<String> isFirst,
        BooleanSupplier isAllowed) {

    private static final Logger LOG = LoggerFactory.getLogger(LazyPolicy.LOGGER);

    /** Whether it could be loaded at all. */
    boolean isAttached() {
        return isManaged.test(owner);
    }

    /** Loads it if the policy says so, and raises if not. */
    void use(Runnable load) {
        if (!isAttached()) {
            throw UnloadedAssociationException.ofDetached(entity(), attribute, owner.idValue(), owner.loadedBy());
        }
        if (isAllowed.getAsBoolean()) {
            load.run();
            return;
        }
        if (policy.raises()) {
            throw unloaded();
        }
        if (policy == LazyPolicy.WARN && isFirst.test(entity() + "." + attribute)) {
            LOG.warn(
                    "Loaded on its first use, because its policy is WARN: {}",
                    unloaded().getMessage());
        }
        load.run();
    }

    private UnloadedAssociationException unloaded() {
        return UnloadedAssociationException.of(entity(), attribute, owner.idValue(), owner.loadedBy());
    }

    private String entity() {
        return owner.mapping().name();
    }
}
