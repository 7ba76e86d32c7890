package dev.dovetail.migrations.code;

import dev.dovetail.core.engine.Engine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds migrations in Java: in a package for all engines, and in the one below it that has the name of an engine. */
public final class JavaRevisions {

    private JavaRevisions() {}

    /**
     * Those for an engine, by the class loader of the thread.
     *
     * @throws IOException if the classpath cannot be read
     * @throws dev.dovetail.migrations.error.MigrationException if one of the classes cannot be used
     */
    public static List<JavaRevision> in(String packageName, Engine engine) throws IOException {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = ofThread != null ? ofThread : JavaRevisions.class.getClassLoader();
        List<String> names = new ArrayList<>(ClassNames.in(packageName, loader));
        names.addAll(ClassNames.in(packageName + "." + engine.id(), loader));
        List<JavaRevision> found = new ArrayList<>();
        for (String name : names) {
            JavaRevision revision = JavaRevision.of(load(name, loader));
            if (revision.isFor(engine)) {
                found.add(revision);
            }
        }
        return found;
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException | LinkageError failure) {
            throw CodeErrors.unusable(name, "cannot be loaded: " + failure, failure);
        }
    }
}
