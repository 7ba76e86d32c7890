package dev.dovetail.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.engine.Engine;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a classpath without the drivers: that of this test, less their jars. */
class DriverMissingTest {

    private static final List<String> DRIVERS =
            List.of("/sqlite-jdbc-", "/postgresql-", "/h2-", "/mariadb-java-client-", "/mysql-connector-");

    private static URLClassLoader classpathWithout(List<String> drivers) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (drivers.stream().noneMatch(entry.replace('\\', '/')::contains)) {
                urls.add(new File(entry).toURI().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static String run(List<String> without, String url) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = classpathWithout(without)) {
            thread.setContextClassLoader(loader);
            Object program = loader.loadClass(Program.class.getName())
                    .getMethod("main", String.class)
                    .invoke(null, url);
            return String.valueOf(program);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite:///:memory:, SQLITE",
        "postgresql://app:s3cret@localhost/shop, POSTGRESQL",
        "h2:mem:shop, H2",
        "mariadb://app:s3cret@localhost/shop, MARIADB",
        "mysql://app:s3cret@localhost/shop, MYSQL",
    })
    void theMessageNamesTheDependencyToAdd(String url, Engine engine) {
        assertThatThrownBy(() -> run(DRIVERS, url))
                .hasMessageContaining("add the dependency " + engine.driverCoordinates() + " in scope runtime")
                .hasMessageContaining(engine.driverClass())
                .hasMessageContaining("DVT-102")
                .hasMessageNotContaining("s3cret")
                .satisfies(failure ->
                        assertThat(failure.getClass().getSimpleName()).isEqualTo("DatabaseUrlException"));
    }

    @Test
    void theDriverOfOneEngineIsEnough() throws Exception {
        assertThat(run(List.of("/sqlite-jdbc-", "/postgresql-", "/mariadb-java-client-"), "h2:mem:alone"))
                .isEqualTo("DuplicateKeyException");
        assertThat(run(List.of("/h2-", "/postgresql-", "/mariadb-java-client-"), "sqlite://"))
                .isEqualTo("DuplicateKeyException");
    }

    /** Runs in the other class loader. */
    public static final class Program {

        private Program() {}

        public static String main(String url) {
            try (Database db = Database.open(url)) {
                db.transaction(sql -> sql.execute("create table t (id int primary key)"));
                db.transaction(sql -> sql.execute("insert into t values (1)"));
                try {
                    db.transaction(sql -> sql.execute("insert into t values (1)"));
                    return "nothing";
                } catch (RuntimeException failure) {
                    return failure.getClass().getSimpleName();
                }
            }
        }
    }
}
