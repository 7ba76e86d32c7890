package dev.dovetail.examples.orders.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The users and products that come with this example. */
public final class ReferenceFiles {

    private static final List<String> USER_FIELDS = List.of("email", "name");
    private static final List<String> PRODUCT_FIELDS = List.of("sku", "name", "price_cents", "stock");

    private ReferenceFiles() {}

    /**
     * A user of {@code users.csv}.
     *
     * @param email the e-mail address
     * @param name the name
     */
    public record FileUser(String email, String name) {}

    /**
     * A product of {@code products.csv}.
     *
     * @param sku the stock keeping unit
     * @param name the name
     * @param priceCents the price of a piece
     * @param stock how many pieces there are
     */
    public record FileProduct(String sku, String name, long priceCents, int stock) {}

    /** The users. */
    public static List<FileUser> users() {
        return read("users.csv", USER_FIELDS, row -> new FileUser(row.text("email", 254), row.text("name", 100)));
    }

    /** The products. */
    public static List<FileProduct> products() {
        return read(
                "products.csv",
                PRODUCT_FIELDS,
                row -> new FileProduct(
                        row.text("sku", 20), row.text("name", 200), row.number("price_cents", 1, Long.MAX_VALUE), (int)
                                row.number("stock", 0, Integer.MAX_VALUE)));
    }

    private static <T> List<T> read(String name, List<String> fields, Function<CsvRow, T> toValue) {
        List<T> values = new ArrayList<>();
        try (CsvRows rows = new CsvRows(CsvSource.bundled(name), fields)) {
            rows.forEachRemaining(row -> values.add(toValue.apply(row)));
        }
        return values;
    }
}
