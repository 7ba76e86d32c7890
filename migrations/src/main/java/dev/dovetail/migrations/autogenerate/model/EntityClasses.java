package dev.dovetail.migrations.autogenerate.model;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import java.io.File;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds entity classes in folders of compiled classes, for tools that run outside of the application. */
public final class EntityClasses {

    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String CLASS = ".class";

    private EntityClasses() {}

    /**
     * Calls something with the entities, while their class loader is that of the thread; afterwards it is closed.
     *
     * @param classpath folders and jars; entities are looked for in the folders
     * @param chosen names of classes or packages; empty for all
     * @throws MigrationException if there are none, or a class cannot be loaded
     */
    public static <T> T with(List<Path> classpath, List<String> chosen, Function<SchemaModel, T> use) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls(classpath), EntityClasses.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            List<Class<?>> entities = find(classpath, chosen, loader);
            if (entities.isEmpty()) {
                throw none(classpath, chosen, null);
            }
            return use.apply(SchemaModel.entities(entities));
        } catch (IOException failure) {
            throw none(classpath, chosen, failure);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The paths of a classpath as it is written on a command line. */
    public static List<Path> classpath(String text) {
        return Arrays.stream(text.split(File.pathSeparator))
                .filter(part -> !part.isBlank())
                .map(Path::of)
                .toList();
    }

    private static URL[] urls(List<Path> classpath) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path path : classpath) {
            urls.add(path.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static List<Class<?>> find(List<Path> classpath, List<String> chosen, ClassLoader loader)
            throws IOException {
        List<Class<?>> found = new ArrayList<>();
        for (Path folder : classpath) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                        String name = folder.relativize(file).toString().replace(File.separatorChar, '.');
                        if (name.endsWith(CLASS) && !name.endsWith("-info.class")) {
                            add(found, name.substring(0, name.length() - CLASS.length()), chosen, loader);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static void add(List<Class<?>> found, String name, List<String> chosen, ClassLoader loader) {
        boolean wanted = chosen.isEmpty()
                || chosen.stream()
                        .anyMatch(part ->
                                name.equals(part) || name.startsWith(part + ".") || name.startsWith(part + "$"));
        if (!wanted) {
            return;
        }
        try {
            Class<?> type = Class.forName(name, false, loader);
            for (Annotation annotation : type.getAnnotations()) {
                if (annotation.annotationType().getName().equals(ENTITY)) {
                    found.add(type);
                }
            }
        } catch (ClassNotFoundException | LinkageError failure) {
            // Without a choice, classes are looked at that need libraries which are not there; entities do not.
            if (!chosen.isEmpty()) {
                throw new MigrationException(
                        new Explanation(
                                MigrationError.MODEL_UNREADABLE,
                                "The class " + name + " cannot be loaded: " + failure,
                                "a library that it needs is not on the classpath",
                                "add it to --classpath"),
                        failure);
            }
        }
    }

    private static MigrationException none(List<Path> classpath, List<String> chosen, @Nullable Exception failure) {
        String where = classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new MigrationException(
                new Explanation(
                        MigrationError.MODEL_UNREADABLE,
                        "No entities were found in " + where
                                + (chosen.isEmpty() ? "" : " under " + String.join(", ", chosen)) + ".",
                        "the classes are not compiled, or lie elsewhere",
                        "compile first; name the folder with --classpath target/classes"),
                failure);
    }
}
