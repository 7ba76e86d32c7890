package dev.dovetail.maven.generate;

import dev.dovetail.migrations.script.Script;
import dev.dovetail.migrations.script.Scripts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Tells whether generated code is up to date: scripts, configuration and generator are those of the last time. */
public final class Fingerprint {

    private final Path file;
    private final Path generated;
    private final String value;

    private Fingerprint(Path file, Path generated, String value) {
        this.file = file;
        this.generated = generated;
        this.value = value;
    }

    /**
     * What the code would be generated from now.
     *
     * @param file where the fingerprint of the last time is kept
     * @param version the version of the generator
     */
    public static Fingerprint of(Generation generation, Path file, String version) {
        MessageDigest digest = sha256();
        add(digest, version);
        add(digest, generation.toString());
        for (Script script : Scripts.read(generation.locations(), generation.engine())) {
            add(digest, script.path());
            add(digest, script.text());
        }
        return new Fingerprint(file, generation.directory(), HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether nothing has changed since {@link #save}, and the generated code is still there. */
    public boolean isUpToDate() throws IOException {
        return Files.isRegularFile(file) && Files.readString(file).equals(value) && isFilled(generated);
    }

    /** Remembers that the code was generated from this. */
    public void save() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, value);
    }

    /** Forgets it, before the code is generated anew. */
    public void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private static boolean isFilled(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isPresent();
        }
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
