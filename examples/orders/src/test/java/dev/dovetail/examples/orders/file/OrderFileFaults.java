package dev.dovetail.examples.orders.file;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Order files with one fault each; without it they belong to the bundled users and products. */
public final class OrderFileFaults {

    static final String USER = ReferenceFiles.users().get(0).email();
    static final String OTHER_USER = ReferenceFiles.users().get(1).email();

    /** The header. */
    public static final String HEADER = String.join(",", OrderFile.FIELDS) + "\n";

    /** A record without fault. */
    public static final String GOOD = "S-1,2026-03-29T02:30:00+05:45," + USER + ",Ann,A-0001,2,150,\n";

    private OrderFileFaults() {}

    /** Name, text, line, field, and a part of what is expected. */
    public static Stream<Arguments> all() {
        return Stream.of(
                fault("an empty file", "", 1, "order_number", "the header order_number,ordered_at"),
                fault("a missing column", HEADER.replace(",sku", ""), 1, "sku", "the header order_number"),
                fault("a column too many", HEADER.replace("note", "note,x"), 1, "after note", "the header"),
                fault("a renamed column", HEADER.replace("email", "mail"), 1, "email", "found 'mail'"),
                fault("a missing field", HEADER + GOOD + GOOD.replace(",\n", "\n"), 3, "note", "8 fields"),
                fault("a field too many", HEADER + GOOD.replace(",\n", ",,\n"), 2, "after note", "found 9 fields"),
                fault("text after a quote", HEADER + GOOD + "\"S-2\"x,y\n", 3, "order_number", "RFC 4180"),
                fault("text after a later quote", HEADER + GOOD + "S-2,\"2026\"x\n", 3, "ordered_at", "RFC 4180"),
                fault("a quote inside", HEADER + good("ship_to", "5\" pipe"), 2, "ship_to", "quotes around the whole"),
                fault(
                        "an open quote",
                        HEADER + GOOD + good("note", "\"open").replace("S-1", "S-2"),
                        3,
                        "note",
                        "closing"),
                fault(
                        "an unknown user",
                        HEADER + good("email", "eve@example.com"),
                        2,
                        "email",
                        "found 'eve@example.com'"),
                fault("an unknown product", HEADER + good("sku", "A-3000"), 2, "sku", "the SKU of a known product"),
                fault("no number", HEADER + good("quantity", "two"), 2, "quantity", "from 1 to 1000000, found 'two'"),
                fault("a zero", HEADER + good("quantity", "0"), 2, "quantity", "from 1 to"),
                fault(
                        "a negative number",
                        HEADER + good("unit_price_cents", "-5"),
                        2,
                        "unit_price_cents",
                        "found '-5'"),
                fault(
                        "a fraction",
                        HEADER + good("unit_price_cents", "12.50"),
                        2,
                        "unit_price_cents",
                        "a whole number"),
                fault("other digits", HEADER + good("quantity", "٣"), 2, "quantity", "a whole number"),
                fault("a huge number", HEADER + good("quantity", "9".repeat(30)), 2, "quantity", "from 1 to"),
                fault(
                        "a huge total",
                        HEADER + good("unit_price_cents", "9000000000000000"),
                        2,
                        "unit_price_cents",
                        "an order of at most 10000000000000000 cents"),
                fault("no offset", HEADER + good("ordered_at", "2026-03-29T02:30:00"), 2, "ordered_at", "its offset"),
                fault("no such day", HEADER + good("ordered_at", "2026-02-30T02:30:00Z"), 2, "ordered_at", "a time"),
                fault(
                        "microseconds",
                        HEADER + good("ordered_at", "2026-03-29T02:30:00.123456Z"),
                        2,
                        "ordered_at",
                        "milliseconds"),
                fault(
                        "a long field",
                        HEADER + good("ship_to", "x".repeat(101)),
                        2,
                        "ship_to",
                        "at most 100 characters"),
                fault("a blank field", HEADER + good("ship_to", "  "), 2, "ship_to", "a text of 1 to 100 characters"),
                fault("a NUL character", HEADER + good("note", "a\0b"), 2, "note", "U+0000, found 'a␀b'"),
                fault(
                        "a number used before",
                        HEADER + GOOD + GOOD.replace("S-1", "S-2") + GOOD,
                        4,
                        "order_number",
                        "the order of line 2"),
                fault(
                        "lines that disagree",
                        HEADER + GOOD + GOOD.replace(USER, OTHER_USER),
                        3,
                        "email",
                        "the same as in line 2"),
                fault(
                        "a fault after a record of two lines",
                        HEADER
                                + good("note", "\"a\nb\"")
                                + good("quantity", "x").replace("S-1", "S-2"),
                        4,
                        "quantity",
                        "a whole number"));
    }

    private static Arguments fault(String fault, String text, int line, String field, String expected) {
        return Arguments.of(fault, text, line, field, expected);
    }

    /** The good record with another value in a field. */
    static String good(String field, String value) {
        String[] values = GOOD.strip().split(",", -1);
        values[OrderFile.FIELDS.indexOf(field)] = value;
        return String.join(",", values) + "\n";
    }
}
