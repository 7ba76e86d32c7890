package dev.dovetail.migrations.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For tools: the classes of a project, as the class loader of this thread until it is closed. Used by one thread. */
public final class Classpath implements AutoCloseable {

    private static final String PACKAGE = "db/migration";

    private final @Nullable ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final URLClassLoader loader;

    private Classpath(URLClassLoader loader) {
        this.loader = loader;
        Thread.currentThread().setContextClassLoader(loader);
    }

    /** Folders and jars; those that do not exist are left out. */
    public static Classpath open(List<Path> paths) {
        try {
            List<URL> urls = new ArrayList<>();
            for (Path path : paths) {
                if (Files.exists(path)) {
                    urls.add(path.toUri().toURL());
                }
            }
            return new Classpath(new URLClassLoader(urls.toArray(URL[]::new), Classpath.class.getClassLoader()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The locations, and the package {@code db.migration} if this classpath has it. */
    public String[] with(List<String> locations) {
        List<String> all = new ArrayList<>(locations);
        if (loader.findResource(PACKAGE) != null) {
            all.add("java:" + PACKAGE.replace('/', '.'));
        }
        return all.toArray(String[]::new);
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
        try {
            loader.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
