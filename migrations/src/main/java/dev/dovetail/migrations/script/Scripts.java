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
import java.util.List;
import java.util.Set;

/** Finds the scripts for an engine. */
public final class Scripts {

    private Scripts() {}

    /**
     * Reads every script for an engine, in the order of their revisions.
     *
     * @param locations {@code classpath:folder}, {@code filesystem:folder} or a folder; each has one folder per engine
     * @throws dev.dovetail.migrations.error.MigrationException if a location is missing or a script cannot be read
     */
    public static List<Script> read(List<String> locations, Engine engine) {
        List<Script> scripts = new ArrayList<>();
        for (String text : locations) {
            ScriptLocation location = ScriptLocation.parse(text);
            try {
                ScriptLocation.Contents contents = location.read(engine.id());
                if (!contents.exists()) {
                    throw ScriptErrors.locationMissing(location.toString(), engine, location.folders());
                }
                contents.files().forEach(file -> scripts.add(script(file)));
            } catch (IOException e) {
                throw ScriptErrors.unreadable(location.toString(), String.valueOf(e.getMessage()), e);
            }
        }
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
                HeaderReader.read(text, file.source()));
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
