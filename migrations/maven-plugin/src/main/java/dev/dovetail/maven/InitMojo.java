package dev.dovetail.maven;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.Migrations;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Makes the folders for scripts. What is there stays. */
@Mojo(name = "init", threadSafe = true)
public class InitMojo extends AbstractMigrationsMojo {

    /** {@code sqlite}, {@code postgresql}, {@code h2}, {@code mariadb}, {@code mysql}. */
    @Parameter(property = "dovetail.engines", defaultValue = "sqlite,postgresql")
    List<String> engines;

    /** For Maven. */
    public InitMojo() {}

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void work(Migrations migrations) {
        Engine[] chosen = engines.stream()
                .map(name -> Engine.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .toArray(Engine[]::new);
        migrations.init(chosen).forEach(folder -> getLog().info("Made " + folder));
    }
}
