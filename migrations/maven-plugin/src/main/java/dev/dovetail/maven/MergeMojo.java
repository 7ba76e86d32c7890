package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes a revision that joins all heads, after two branches both added some. */
@Mojo(name = "merge", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class MergeMojo extends AbstractMigrationsMojo {

    /** It becomes a part of the names of the files. */
    @Parameter(property = "dovetail.message", defaultValue = "merge")
    String message;

    /** For Maven. */
    public MergeMojo() {}

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void work(Migrations migrations) {
        migrations.merge(message).forEach(file -> getLog().info("Written " + file));
    }
}
