package dev.dovetail.examples.orders.file;

import java.util.List;

/**
 * A CSV file of orders in UTF-8. Each record is one line of an order; the lines of an order stand together and agree in
 * the order's own fields. Amounts are whole cents.
 */
public final class OrderFile {

    /** The fields, which are also the header. */
    public static final List<String> FIELDS =
            List.of("order_number", "ordered_at", "email", "ship_to", "sku", "quantity", "unit_price_cents", "note");

    private final CsvSource source;
    private final KnownIds known;

    /** The orders of a source that belong to known users and products. */
    public OrderFile(CsvSource source, KnownIds known) {
        this.source = source;
        this.known = known;
    }

    /**
     * Reads it from the beginning, one order at a time; the caller closes the reader.
     *
     * @throws BadInputException if it cannot be read or has another header
     */
    public OrderFileReader read() {
        return new OrderFileReader(new CsvRows(source, FIELDS), known);
    }

    /** What to throw where an order of this file does not fit what is already there. */
    public BadInputException bad(FileOrder order, String field, String expected, String found) {
        return BadInputException.inField(source.name(), order.fileLine(), field, expected, found);
    }

    /** The name for messages. */
    public String name() {
        return source.name();
    }
}
