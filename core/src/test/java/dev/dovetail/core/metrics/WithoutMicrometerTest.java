package dev.dovetail.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Core in a class loader that has everything but Micrometer. */
class WithoutMicrometerTest {

    @Test
    void aDatabaseOpensAndWorks() throws Exception {
        try (URLClassLoader without = withoutMicrometer()) {
            assertThatThrownBy(() -> without.loadClass("io.micrometer.core.instrument.MeterRegistry"))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> database = without.loadClass("dev.dovetail.core.Database");
            assertThat(database.getClassLoader()).isSameAs(without);

            Object rows = in(without, () -> {
                Method work = without.loadClass(Work.class.getName()).getDeclaredMethod("rows");
                work.setAccessible(true);
                return work.invoke(null);
            });

            assertThat(rows).isEqualTo(1);
        }
    }

    /** Loaded there. */
    static final class Work {
        static int rows() {
            try (dev.dovetail.core.Database db = dev.dovetail.core.Database.open(
                    "sqlite:///:memory:",
                    options -> options.statistics(true).slowQuery(java.time.Duration.ofHours(1)))) {
                return db.<Integer, RuntimeException>transaction(sql -> {
                    sql.execute("create table t (id integer)");
                    return sql.execute("insert into t values (1)");
                });
            }
        }
    }

    private static Object in(ClassLoader loader, Callable<Object> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URLClassLoader withoutMicrometer() throws IOException {
        URL[] rest = Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(entry -> !entry.contains("micrometer"))
                .map(WithoutMicrometerTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(rest, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
