package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.diagram.DiagramFile;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Draws the tables of a database, as Mermaid or SVG. */
@Mojo(name = "diagram", threadSafe = true)
public class DiagramMojo extends AbstractMigrationsMojo {

    /** {@code mermaid} or {@code svg}; if it is not given, as the name of the file ends. */
    @Parameter(property = "dovetail.format")
    String format;

    /** Where it is written to. */
    @Parameter(property = "dovetail.output", defaultValue = "${project.build.directory}/schema.svg")
    File output;

    /** For Maven. */
    public DiagramMojo() {}

    @Override
    void work(Migrations migrations) {
        DiagramFile.write(output.toPath(), migrations.diagram(DiagramFile.format(format, output.toPath())));
        getLog().info("Written " + output);
    }
}
