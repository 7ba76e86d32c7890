package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.RepositoryBackend;
import java.lang.reflect.Proxy;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Makes repositories from Jakarta Data interfaces. Each interface is read and checked once, when its repository is made.
 * For those who build a persistence. Thread-safe.
 */
public final class RepositoryFactory {

    private final RepositoryBackend backend;
    private final ConcurrentMap<Class<?>, Object> repositories = new ConcurrentHashMap<>();

    private RepositoryFactory(RepositoryBackend backend) {
        this.backend = backend;
    }

    /** Repositories served by a backend. */
    public static RepositoryFactory over(RepositoryBackend backend) {
        return new RepositoryFactory(backend);
    }

    /**
     * The repository of an interface, always the same instance.
     *
     * @throws dev.dovetail.repository.RepositoryDefinitionException with all faults of the interface
     */
    public <R> R repository(Class<R> type) {
        Object existing = repositories.get(type);
        if (existing == null) {
            // Two threads may read the interface; one of the results is kept.
            Object made = make(type);
            Object earlier = repositories.putIfAbsent(type, made);
            existing = earlier == null ? made : earlier;
        }
        return type.cast(existing);
    }

    private Object make(Class<?> type) {
        RepositoryModel model = RepositoryReader.read(type, backend);
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new RepositoryHandler(model));
    }
}
