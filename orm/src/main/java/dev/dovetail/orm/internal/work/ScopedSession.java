package dev.dovetail.orm.internal.work;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;

/** A session as it is handed out: each call but {@code isOpen} makes sure that the unit of work is the current one. */
final class ScopedSession {

    private ScopedSession() {}

    static Session of(SessionImplementor session, Runnable requireCurrent) {
        return (Session) Proxy.newProxyInstance(
                ScopedSession.class.getClassLoader(),
                new Class<?>[] {SessionImplementor.class},
                (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return switch (method.getName()) {
                            case "equals" -> proxy == arguments[0];
                            case "hashCode" -> System.identityHashCode(proxy);
                            default -> session.toString();
                        };
                    }
                    if (!method.getName().equals("isOpen")) {
                        requireCurrent.run();
                    }
                    try {
                        return method.invoke(session, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
