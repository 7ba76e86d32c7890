package dev.dovetail.maven;

import dev.dovetail.migrations.autogenerate.model.EntityClasses;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import java.util.List;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that reads the entities of the project, from its compiled classes. */
abstract class AbstractModelMojo extends AbstractMigrationsMojo {

    /** Classes or packages, if not all entities count. */
    @Parameter(property = "dovetail.entities")
    List<String> entities;

    final <T> T withModel(Function<SchemaModel, T> use) {
        return EntityClasses.with(classpath(), entities == null ? List.of() : entities, use);
    }
}
