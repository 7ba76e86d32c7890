package dev.dovetail.migrations.diagram;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a diagram goes. */
public final class DiagramFile {

    private DiagramFile() {}

    /**
     * The form that was asked for, or else that of the file's name, or else Mermaid.
     *
     * @throws MigrationException if there is no such form
     */
    public static DiagramFormat format(@Nullable String name, @Nullable Path file) {
        String wanted = name == null ? extension(file) : name.toLowerCase(Locale.ROOT);
        for (DiagramFormat format : DiagramFormat.values()) {
            boolean fits = format.name().toLowerCase(Locale.ROOT).equals(wanted)
                    || format.extension().equals(wanted);
            if (fits) {
                return format;
            }
        }
        if (name == null) {
            return DiagramFormat.MERMAID;
        }
        throw new MigrationException(new Explanation(
                MigrationError.BAD_DIAGRAM,
                "A diagram cannot be '" + name + "'.",
                "a typing mistake",
                "use mermaid or svg"));
    }

    private static String extension(@Nullable Path file) {
        String name = file == null || file.getFileName() == null
                ? ""
                : file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Writes it, over what is there.
     *
     * @throws MigrationException if the file cannot be written
     */
    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new MigrationException(
                    new Explanation(
                            MigrationError.BAD_DIAGRAM,
                            "The diagram " + file + " cannot be written: " + failure,
                            "its folder is not there, or there is no right to write in it",
                            "make the folder, or choose another one with --output"),
                    failure);
        }
    }
}
