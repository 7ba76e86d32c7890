package dev.dovetail.migrations.script;

import dev.dovetail.core.engine.Engine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the scripts for an engine. */
public final class Scripts {

    private Scripts() {}

    /**
     * Reads every script for an engine, and every migration in Java, in the order of their revisions.
     *
     * @param locations {@code classpath:folder}, {@code filesystem:folder} or a folder, each with one folder per engine;
     *     or {@code java:package}. A folder on the classpath is also looked at as a package
     * @throws dev.dovetail.migrations.error.MigrationException if a location is missing or a script cannot be read
     */
    public static List<Script> read(List<String> locations, Engine engine) {
        List<Script> scripts = new ArrayList<>();
        Set<String> packages = new LinkedHashSet<>();
        for (String text : locations) {
            if (text.startsWith(PackageLocation.PREFIX)) {
                packages.add(text.substring(PackageLocation.PREFIX.length()));
                continue;
            }
            ScriptLocation location = ScriptLocation.parse(text);
            try {
                ScriptLocation.Contents contents = location.read(engine.id());
                if (!contents.exists()) {
                    throw ScriptErrors.locationMissing(location.toString(), engine, location.folders());
                }
                contents.files().forEach(file -> scripts.add(script(file)));
                if (location instanceof ClasspathLocation classpath) {
                    packages.add(classpath.root().replace('/', '.'));
                }
            } catch (IOException e) {
                throw ScriptErrors.unreadable(location.toString(), String.valueOf(e.getMessage()), e);
            }
        }
        packages.forEach(name -> scripts.addAll(classes(name, engine)));
        scripts.sort(Comparator.comparing(Script::revision).thenComparing(Script::kind));
        return List.copyOf(scripts);
    }

    /**
     * The engines for which there are scripts.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if a location cannot be read
     */
    public static List<Engine> engines(List<String> locations) {
        Set<String> folders = new HashSet<>();
        for (String text : locations) {
            if (text.startsWith(PackageLocation.PREFIX)) {
                continue;
            }
            ScriptLocation location = ScriptLocation.parse(text);
            try {
                folders.addAll(location.folders());
            } catch (IOException e) {
                throw ScriptErrors.unreadable(location.toString(), String.valueOf(e.getMessage()), e);
            }
        }
        return Arrays.stream(Engine.values())
                .filter(engine -> folders.contains(engine.id()))
                .toList();
    }

    private static List<Script> classes(String packageName, Engine engine) {
        try {
            return new PackageLocation(packageName).read(engine);
        } catch (IOException e) {
            throw ScriptErrors.unreadable(PackageLocation.PREFIX + packageName, String.valueOf(e.getMessage()), e);
        }
    }

    private static Script script(ScriptLocation.ScriptFile file) {
        String fileName = file.path().substring(file.path().lastIndexOf('/') + 1);
        ScriptName name = ScriptName.parse(fileName, file.source());
        String text = decode(file);
        return new Script(
                name.kind(),
                name.revision(),
                name.description(),
                file.path(),
                file.source(),
                text,
                HeaderReader.read(text, file.source()),
                null);
    }

    private static String decode(ScriptLocation.ScriptFile file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.bytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ScriptErrors.unreadable(file.source(), "it is not UTF-8", e);
        }
    }
}
