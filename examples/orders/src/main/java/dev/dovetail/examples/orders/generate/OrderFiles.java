package dev.dovetail.examples.orders.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes {@code users.csv}, {@code products.csv} and {@code orders.csv}, the bundled data of this example: every time
 * the same bytes, on every machine.
 */
public final class OrderFiles {

    private static final long SEED = 20_261_120L;
    private static final int USERS = 400;
    private static final int PRODUCTS = 150;
    private static final int ORDER_LINES = 6_000;

    private OrderFiles() {}

    /**
     * Writes the files into the folder that is given.
     *
     * @throws IOException if they cannot be written
     */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]));
    }

    /**
     * Writes the files into a folder, which is made where it is missing.
     *
     * @throws IOException if they cannot be written
     */
    public static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Random random = new Random(SEED);
        List<Person> people = people(random);
        List<Article> articles = Articles.list(random, PRODUCTS);
        try (CsvWriter csv = csv(folder.resolve("users.csv"))) {
            csv.writeRecord("email", "name");
            people.forEach(person -> csv.writeRecord(person.email(), person.name()));
        }
        try (CsvWriter csv = csv(folder.resolve("products.csv"))) {
            csv.writeRecord("sku", "name", "price_cents", "stock");
            articles.forEach(article -> csv.writeRecord(
                    article.sku(),
                    article.name(),
                    Long.toString(article.priceCents()),
                    Integer.toString(article.stock())));
        }
        try (CsvWriter csv = csv(folder.resolve("orders.csv"))) {
            new OrderWriter(csv, random, people, articles).write(ORDER_LINES);
        }
    }

    private static List<Person> people(Random random) {
        List<Person> people = new ArrayList<>();
        Script[] scripts = Script.values();
        for (int number = 1; number <= USERS; number++) {
            people.add(scripts[number % scripts.length].person(random, number));
        }
        return people;
    }

    private static CsvWriter csv(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
    }
}
