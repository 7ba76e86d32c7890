package dev.dovetail.examples.orders;

import dev.dovetail.core.Database;
import dev.dovetail.core.engine.DatabaseUrl;
import dev.dovetail.core.error.Coded;
import dev.dovetail.examples.orders.file.BadInputException;
import dev.dovetail.examples.orders.file.CsvSource;
import dev.dovetail.examples.orders.tour.Tour;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program: {@code OrdersExample [file.csv] [database-url]}. Without a file it takes the bundled one, without a URL a
 * SQLite file under {@code target/}.
 */
public final class OrdersExample {

    /** Everything went well. */
    public static final int OK = 0;
    /** Something else failed, like the database. */
    public static final int FAILED = 1;
    /** The input file or the arguments cannot be used. */
    public static final int BAD_INPUT = 2;

    private static final String DEFAULT_URL = "sqlite:///target/orders.db";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;

    OrdersExample(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    /** Runs it and ends the process: 0 if all went well, 2 if the input is bad, 1 for any other failure. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new OrdersExample(out, err, Tour.isTerminal()).run(args));
    }

    int run(String... args) {
        if (args.length > 2) {
            err.println("Usage: OrdersExample [file.csv] [database-url]");
            return BAD_INPUT;
        }
        try {
            CsvSource source = args.length > 0 ? CsvSource.file(Path.of(args[0])) : CsvSource.bundled("orders.csv");
            String url = args.length > 1 ? args[1] : defaultUrl();
            DatabaseUrl shown = DatabaseUrl.parse(url);
            out.println("Orders in " + shown.engine().displayName() + ", " + shown);
            try (Database database = Database.open(url)) {
                new Tour(database, out, interactive).run(source);
            }
            out.println();
            out.println("Peak heap " + PeakHeap.megabytes() + " MB of " + PeakHeap.limit() + " MB.");
            return OK;
        } catch (BadInputException bad) {
            err.println(bad.getMessage());
            err.println("Nothing of the file was loaded.");
            return BAD_INPUT;
        } catch (RuntimeException failure) {
            if (!(failure instanceof Coded)) {
                throw failure;
            }
            err.println(failure.getMessage());
            return FAILED;
        }
    }

    private static String defaultUrl() {
        try {
            Files.createDirectories(Path.of("target"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return DEFAULT_URL;
    }
}
