package dev.dovetail.migrations.code;

import dev.dovetail.core.engine.Engine;
import java.lang.reflect.Constructor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A migration in Java as it was found.
 *
 * @param migration an instance of it
 */
public record JavaRevision(JavaMigration migration) {

    /**
     * Makes an instance of a class.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if it is no migration, or cannot be made
     */
    public static JavaRevision of(Class<?> type) {
        if (!JavaMigration.class.isAssignableFrom(type)) {
            throw CodeErrors.unusable(type.getName(), "does not implement JavaMigration", null);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return new JavaRevision((JavaMigration) constructor.newInstance());
        } catch (ReflectiveOperationException | RuntimeException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw CodeErrors.unusable(type.getName(), "cannot be made: " + cause, failure);
        }
    }

    /** The name of its class. */
    public String className() {
        return migration.getClass().getName();
    }

    /** Whether it has a way back. */
    public boolean reversible() {
        return migration instanceof ReversibleMigration;
    }

    /** Whether it runs in a transaction. */
    public boolean transactional() {
        RevisionHeader header = header();
        return header == null || header.transaction();
    }

    /** The revisions that it says it follows; empty if it does not say. */
    public List<String> downRevisions() {
        RevisionHeader header = header();
        return header == null ? List.of() : List.of(header.downRevision());
    }

    /** The labels that it says it has. */
    public List<String> labels() {
        RevisionHeader header = header();
        return header == null ? List.of() : List.of(header.label());
    }

    /** Whether it is for this engine. */
    public boolean isFor(Engine engine) {
        RevisionHeader header = header();
        return header == null
                || header.engines().length == 0
                || List.of(header.engines()).contains(engine);
    }

    private @Nullable RevisionHeader header() {
        return migration.getClass().getAnnotation(RevisionHeader.class);
    }
}
