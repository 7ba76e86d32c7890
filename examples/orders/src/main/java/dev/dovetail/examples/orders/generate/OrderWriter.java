package dev.dovetail.examples.orders.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Draws orders and writes one record for each of their lines. */
final class OrderWriter {

    private static final LocalDateTime FIRST = LocalDateTime.of(2024, 1, 1, 0, 0);
    private static final int DAYS = 1_000;
    private static final List<String> OFFSETS = List.of(
            "Z", "+02:00", "+05:45", "-03:30", "+09:00", "-08:00", "+12:45", "+05:30", "+14:00", "-11:00", "+03:00");
    private static final List<String> NOTES = List.of(
            "",
            "",
            "",
            "",
            "",
            "Gift wrap, please",
            "Engrave: \"forever, A. & B.\"",
            "Leave it at the neighbour's\n(2nd floor, left)",
            "Позвоните, пожалуйста, заранее",
            "请轻放🎁",
            "הערה: שביר",
            "Back door only\\no bell");

    private final CsvWriter csv;
    private final Random random;
    private final List<Person> people;
    private final List<Article> articles;

    OrderWriter(CsvWriter csv, Random random, List<Person> people, List<Article> articles) {
        this.csv = csv;
        this.random = random;
        this.people = people;
        this.articles = articles;
    }

    /** Writes the header and orders with this many lines in all. */
    void write(int lines) {
        csv.writeRecord(
                "order_number", "ordered_at", "email", "ship_to", "sku", "quantity", "unit_price_cents", "note");
        int written = 0;
        for (int number = 1; written < lines; number++) {
            written += order(
                    String.format(Locale.ROOT, "S-%06d", number), Math.min(1 + random.nextInt(4), lines - written));
        }
    }

    private int order(String number, int lines) {
        Person buyer = people.get(Math.min(random.nextInt(people.size()), random.nextInt(people.size())));
        String orderedAt = orderedAt();
        String shipTo = shipTo(buyer);
        for (int line = 0; line < lines; line++) {
            Article article = article();
            int quantity = article.priceCents() > 1_000_000 ? 1 : 1 + random.nextInt(12);
            csv.writeRecord(
                    number,
                    orderedAt,
                    buyer.email(),
                    shipTo,
                    article.sku(),
                    Integer.toString(quantity),
                    Long.toString(agreedPrice(article)),
                    NOTES.get(random.nextInt(NOTES.size())));
        }
        return lines;
    }

    /** Few buy a milling machine. */
    private Article article() {
        Article drawn = articles.get(random.nextInt(articles.size()));
        return drawn.priceCents() < 1_000_000 || random.nextInt(8) == 0 ? drawn : articles.get(0);
    }

    private String orderedAt() {
        LocalDateTime time = FIRST.plusDays(random.nextInt(DAYS)).plusSeconds(random.nextInt(86_400));
        int millis = random.nextInt(4) == 0 ? random.nextInt(1_000) : 0;
        String text = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.withNano(millis * 1_000_000));
        return text + OFFSETS.get(random.nextInt(OFFSETS.size()));
    }

    private String shipTo(Person buyer) {
        return switch (random.nextInt(8)) {
            case 0 -> buyer.name() + ", c/o \"The Blue Door\"";
            case 1 -> buyer.name() + "\nℹ️ ring twice";
            default -> buyer.name();
        };
    }

    /** Every tenth line has a discount. */
    private long agreedPrice(Article article) {
        long price = article.priceCents();
        return random.nextInt(10) == 0 ? Math.max(1, price - price / 10) : price;
    }
}
