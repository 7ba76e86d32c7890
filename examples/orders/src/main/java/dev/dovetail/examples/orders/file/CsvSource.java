package dev.dovetail.examples.orders.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the bytes of a CSV file come from; they can be read more than once. */
public final class CsvSource {

    private final String name;
    private final Opener opener;

    private CsvSource(String name, Opener opener) {
        this.name = name;
        this.opener = opener;
    }

    /** A file on disk. */
    public static CsvSource file(Path path) {
        return new CsvSource(path.toString(), () -> Files.newInputStream(path));
    }

    /** A file that comes with this example: {@code users.csv}, {@code products.csv} or {@code orders.csv}. */
    public static CsvSource bundled(String name) {
        return new CsvSource("bundled " + name, () -> {
            InputStream bytes = CsvSource.class.getResourceAsStream("/data/" + name);
            if (bytes == null) {
                throw new FileNotFoundException(name);
            }
            return bytes;
        });
    }

    /** The name for messages. */
    public String name() {
        return name;
    }

    /**
     * Opens it; the caller closes the stream.
     *
     * @throws BadInputException if it cannot be opened
     */
    InputStream open() {
        try {
            return opener.open();
        } catch (NoSuchFileException | FileNotFoundException missing) {
            throw BadInputException.inFile(name, "a CSV file", "no such file");
        } catch (IOException failure) {
            throw BadInputException.inFile(name, "a CSV file that can be read", "this: " + failure.getMessage());
        }
    }

    @FunctionalInterface
    private interface Opener {
        InputStream open() throws IOException;
    }
}
