package dev.dovetail.core.internal.pool;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUrlException;
import dev.dovetail.core.error.Explanation;
import java.sql.Driver;
import org.jspecify.annotations.Nullable;

/** Finds the JDBC driver of an engine, whoever's class loader has it. */
final class Drivers {

    private Drivers() {}

    static Driver of(Engine engine) {
        Class<?> driver = load(engine, Thread.currentThread().getContextClassLoader());
        if (driver == null) {
            driver = load(engine, Drivers.class.getClassLoader());
        }
        if (driver == null) {
            throw missing(engine, null);
        }
        try {
            return (Driver) driver.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError unusable) {
            throw missing(engine, unusable);
        }
    }

    private static @Nullable Class<?> load(Engine engine, @Nullable ClassLoader loader) {
        try {
            return loader == null ? null : Class.forName(engine.driverClass(), true, loader);
        } catch (ClassNotFoundException missing) {
            return null;
        }
    }

    private static DatabaseUrlException missing(Engine engine, @Nullable Throwable unusable) {
        return new DatabaseUrlException(
                new Explanation(
                        CoreError.DRIVER_MISSING,
                        "The JDBC driver of " + engine.displayName() + " (" + engine.driverClass() + ") "
                                + (unusable == null ? "is not on the classpath." : "cannot be started: " + unusable),
                        "drivers are not brought by Dovetail; an application adds those that it needs",
                        "add the dependency " + engine.driverCoordinates() + " in scope runtime"),
                unusable);
    }
}
