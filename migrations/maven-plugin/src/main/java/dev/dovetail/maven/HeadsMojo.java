package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists the revisions that no other one follows. */
@Mojo(name = "heads", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public class HeadsMojo extends AbstractMigrationsMojo {

    /** For Maven. */
    public HeadsMojo() {}

    @Override
    void work(Migrations migrations) {
        migrations.heads().forEach(head -> getLog().info(head.id() + "  " + head.description()));
    }
}
