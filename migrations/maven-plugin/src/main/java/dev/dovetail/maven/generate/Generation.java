package dev.dovetail.maven.generate;

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
 * @param locations where the scripts are
 * @param packageName the package of the generated classes
 * @param directory the source folder to write to; what jOOQ wrote before and would not write now is deleted
 * @param includes a pattern of the names to take
 * @param excludes a pattern of the names to leave out; the history table is always left out
 * @param pojos whether to generate a plain class for each table, too
 * @param forcedTypes rules that come before those of Dovetail
 */
public record Generation(
        List<String> locations,
        String packageName,
        Path directory,
        String includes,
        String excludes,
        boolean pojos,
        List<ForcedType> forcedTypes) {

    /** Keeps copies of the lists. */
    public Generation {
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
                                .withName(MigrationsDatabase.class.getName())
                                .withProperties(new Property()
                                        .withKey(MigrationsDatabase.LOCATIONS)
                                        .withValue(String.join(",", locations)))
                                .withIncludes(includes)
                                .withExcludes(excludes)
                                .withForcedTypes(forcedTypes))
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(false)
                                .withJavaTimeTypes(true)
                                .withPojos(pojos))
                        .withTarget(new Target()
                                .withPackageName(packageName)
                                .withDirectory(directory.toString())
                                .withEncoding("UTF-8"))));
    }
}
