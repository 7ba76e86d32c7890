package dev.dovetail.examples.orders.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What the shop sells: from a washer for a cent to a milling machine. */
final class Articles {

    private static final List<String> THINGS = List.of(
            "Teapot, 1.2 l",
            "Picture frame \"Aurora\"",
            "Tablecloth \"Provence\", 140 × 200 cm",
            "抹茶茶碗",
            "Washer M4",
            "Nähgarn, 500 m",
            "Самовар",
            "Κουτάλι ελιάς",
            "Cutting board, \"oak, oiled\"",
            "دفتر جلدي",
            "Milling machine",
            "Dovetail saw");
    private static final List<String> COLOURS = List.of("", "blue", "rouge", "grün", "黒", "белый", "plain, unbleached");
    private static final int CHEAPEST_AND_DEAREST = 2;

    private Articles() {}

    static List<Article> list(Random random, int count) {
        List<Article> articles = new ArrayList<>();
        articles.add(new Article("A-0001", "Washer M4", 1, 100_000));
        articles.add(new Article("A-0002", "Milling machine \"Titan\", 5 axes", 9_876_543_210L, 2));
        for (int i = CHEAPEST_AND_DEAREST + 1; i <= count; i++) {
            String thing = THINGS.get(random.nextInt(THINGS.size()));
            String colour = COLOURS.get(random.nextInt(COLOURS.size()));
            String name = colour.isEmpty() ? thing : thing + ", " + colour;
            articles.add(
                    new Article(String.format(Locale.ROOT, "A-%04d", i), name, price(random), random.nextInt(500)));
        }
        return articles;
    }

    /** Between 0.05 and 5,000.00, as many cheap as dear ones; integers only, so that every machine draws the same. */
    private static long price(Random random) {
        int digits = 1 + random.nextInt(5);
        long price = 5;
        for (int i = 1; i < digits; i++) {
            price = price * 10 + random.nextInt(10);
        }
        return price;
    }
}
