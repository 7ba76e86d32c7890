package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes an empty revision behind the head, up and down, for every engine that has a folder. */
@Mojo(name = "revision", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class RevisionMojo extends AbstractMigrationsMojo {

    /** What changes; it becomes a part of the names of the files. */
    @Parameter(property = "dovetail.message", required = true)
    String message;

    /** For Maven. */
    public RevisionMojo() {}

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void work(Migrations migrations) {
        migrations.revision(message).forEach(file -> getLog().info("Written " + file));
    }
}
