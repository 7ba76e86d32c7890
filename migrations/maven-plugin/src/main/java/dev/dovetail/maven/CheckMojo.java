package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails if the entities ask for something that no script makes. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public class CheckMojo extends AbstractModelMojo {

    /** For Maven. */
    public CheckMojo() {}

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void work(Migrations migrations) {
        withModel(model -> {
            migrations.check(model);
            return true;
        });
        getLog().info("The scripts lead to the model.");
    }
}
