package dev.dovetail.orm.internal.fetch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the session of unloaded associations whose unit of work has ended. Without it they would throw
 * Hibernate's own exception, which names neither the owner nor the way out. It looks closed to whoever wants to attach
 * the association to another session, and raises for whoever wants to load it.
 */
final class DetachedSession implements InvocationHandler {

    private static final ClassLoader LOADER = DetachedSession.class.getClassLoader();

    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final int FRAMES_OF_A_CALL = 12;

    private final SessionFactoryImplementor factory;
    private final @Nullable Origin origin;
    private final @Nullable ProxyOwner owner;

    private DetachedSession(SessionFactoryImplementor factory, @Nullable Origin origin, @Nullable ProxyOwner owner) {
        this.factory = factory;
        this.origin = origin;
        this.owner = owner;
    }

    static SharedSessionContractImplementor ofCollections(SessionFactoryImplementor factory, @Nullable Origin origin) {
        return session(new DetachedSession(factory, origin, null));
    }

    static SharedSessionContractImplementor ofProxy(SessionFactoryImplementor factory, @Nullable ProxyOwner owner) {
        return session(new DetachedSession(factory, null, owner));
    }

    private static SharedSessionContractImplementor session(InvocationHandler handler) {
        return (SharedSessionContractImplementor)
                Proxy.newProxyInstance(LOADER, new Class<?>[] {SharedSessionContractImplementor.class}, handler);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "isOpenOrWaitingForAutoClose", "isConnected", "isTransactionInProgress", "isClosed" -> true;
            case "isOpen" -> isAskedForContents();
            case "getFactory", "getSessionFactory" -> factory;
            case "getPersistenceContext", "getPersistenceContextInternal" -> context();
            case "generateEntityKey" -> new EntityKey(argument(arguments, 0), (EntityPersister) argument(arguments, 1));
            case "initializeCollection" ->
                throw Unloaded.detached((PersistentCollection<?>) argument(arguments, 0), origin);
            case "immediateLoad" ->
                throw Unloaded.detached(owner, simpleName(argument(arguments, 0)), argument(arguments, 1));
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "DetachedSession";
            default -> throw detached(method);
        };
    }

    /**
     * {@code Hibernate.size} and the like ask whether the session is open before anything else, and so does whoever wants
     * to attach the collection to another session.
     */
    private static boolean isAskedForContents() {
        return WALKER.walk(frames -> frames.limit(FRAMES_OF_A_CALL)
                .anyMatch(frame -> frame.getMethodName().equals("throwLazyInitializationExceptionIfNotConnected")));
    }

    private PersistenceContext context() {
        return (PersistenceContext) Proxy.newProxyInstance(
                LOADER,
                new Class<?>[] {PersistenceContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getCollectionEntry" ->
                        throw Unloaded.detached((PersistentCollection<?>) argument(arguments, 0), origin);
                    case "getEntity", "getProxy", "getEntry", "getEntityHolder" -> null;
                    // Comes only after the session said that it is open.
                    case "containsCollection" ->
                        throw Unloaded.detached((PersistentCollection<?>) argument(arguments, 0), origin);
                    case "isDefaultReadOnly", "containsProxy", "containsEntity" -> false;
                    case "isLoadFinished" -> true;
                    case "hasLoadContext" -> false;
                    default -> throw detached(method);
                });
    }

    private static IllegalStateException detached(Method method) {
        return new IllegalStateException("The unit of work of this object has ended: " + method.getName());
    }

    private static Object argument(@Nullable Object @Nullable [] arguments, int index) {
        Object argument = arguments == null ? null : arguments[index];
        if (argument == null) {
            throw new IllegalArgumentException("argument " + index + " is null");
        }
        return argument;
    }

    private static String simpleName(Object entityName) {
        String name = entityName.toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
