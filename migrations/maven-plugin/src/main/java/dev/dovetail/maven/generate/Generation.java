package dev.dovetail.maven.generate;

import dev.dovetail.core.engine.Engine;
import java.nio.file.Path;
import java.util.List;
import org.jooq.codegen.GenerationTool;
import org.jooq.codegen.JavaGenerator;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Property;
import org.jooq.meta.jaxb.Target;

/**
 * What to generate.
 *
 * @param engine whose scripts are replayed, {@code SQLITE} or {@code POSTGRESQL}
 * @param url a PostgreSQL server on which a scratch database may be made; empty for an embedded one
 * @param locations where the scripts are
 * @param packageName the package of the generated classes
 * @param directory the source folder to write to; what jOOQ wrote before and would not write now is deleted
 * @param includes a pattern of the names to take
 * @param excludes a pattern of the names to leave out; the history table is always left out
 * @param records whether to generate a record class for each table, too
 * @param pojos whether to generate a plain class for each table, too
 * @param forcedTypes rules that come before those of Dovetail
 */
public record Generation(
        Engine engine,
        String url,
        List<String> locations,
        String packageName,
        Path directory,
        String includes,
        String excludes,
        boolean records,
        boolean pojos,
        List<ForcedType> forcedTypes) {

    /** Keeps copies of the lists, and refuses other engines. */
    public Generation {
        if (engine != Engine.SQLITE && engine != Engine.POSTGRESQL) {
            throw new IllegalArgumentException("Code is generated from SQLite or PostgreSQL, got " + engine);
        }
        locations = List.copyOf(locations);
        forcedTypes = List.copyOf(forcedTypes);
    }

    /**
     * Runs jOOQ's generator.
     *
     * @throws Exception what jOOQ or the migrations throw
     */
    public void run() throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withGenerator(new Generator()
                        .withName(JavaGenerator.class.getName())
                        .withDatabase(new org.jooq.meta.jaxb.Database()
                                .withName(
                                        engine == Engine.SQLITE
                                                ? MigrationsDatabase.class.getName()
                                                : PostgresqlMigrationsDatabase.class.getName())
                                .withProperties(
                                        property(MigrationsDatabase.LOCATIONS, String.join(",", locations)),
                                        property(PostgresqlMigrationsDatabase.URL, url))
                                .withInputSchema(engine == Engine.SQLITE ? "" : "public")
                                .withOutputSchemaToDefault(engine == Engine.POSTGRESQL)
                                .withIncludes(includes)
                                .withExcludes(excludes)
                                .withForcedTypes(forcedTypes))
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(false)
                                .withJavaTimeTypes(true)
                                .withRecords(records)
                                .withPojos(pojos))
                        .withTarget(new Target()
                                .withPackageName(packageName)
                                .withDirectory(directory.toString())
                                .withEncoding("UTF-8"))));
    }

    private static Property property(String key, String value) {
        return new Property().withKey(key).withValue(value);
    }

    /** Without the URL, which may hold a password. */
    @Override
    public String toString() {
        return String.join(
                "|",
                engine.id(),
                locations.toString(),
                packageName,
                directory.toString(),
                includes,
                excludes,
                String.valueOf(records),
                String.valueOf(pojos),
                forcedTypes.toString());
    }
}
