package dev.dovetail.core.spi;

import java.util.List;

/**
 * Opens a persistence on a database, for those who test with one and must not depend on the module that brings it.
 * Found by {@link java.util.ServiceLoader}: a public class with a constructor without parameters. Thread-safe.
 */
public interface PersistenceProvider {

    /**
     * Opens one, on tables that are there.
     *
     * @param database stays the caller's to close, after this
     * @param entities what it keeps
     * @return a {@code dev.dovetail.repository.Persistence}, a type that core does not know
     */
    AutoCloseable open(DatabaseAccess database, List<Class<?>> entities);
}
