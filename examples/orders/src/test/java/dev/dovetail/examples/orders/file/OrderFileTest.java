package dev.dovetail.examples.orders.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderFileTest {

    private static final String HEADER = String.join(",", OrderFile.FIELDS) + "\n";
    private static final String GOOD = "S-1,2026-03-29T02:30:00+05:45,ann@example.com,Ann,A-1,2,150,\n";
    private static final KnownIds KNOWN =
            new KnownIds(Map.of("ann@example.com", 1L, "bob@example.com", 2L), Map.of("A-1", 10L, "A-2", 20L));

    @TempDir
    Path folder;

    @Test
    void readsOrdersWithTheirLines() throws IOException {
        List<FileOrder> orders = read(HEADER
                + GOOD
                + "S-1,2026-03-29T02:30:00+05:45,ann@example.com,Ann,A-2,1,9007199254740993,\"a \"\"b\"\", c\nd\"\n"
                + "\n"
                + "S-2,2026-03-29T02:30:00.250Z,bob@example.com,𠮷田,A-1,1,1,🎁\n");

        assertThat(orders)
                .containsExactly(
                        new FileOrder(2, "S-1", Instant.parse("2026-03-28T20:45:00Z"), 1, "Ann", List.of(
                                new FileOrderLine(1, 10, 2, 150, null),
                                new FileOrderLine(2, 20, 1, 9_007_199_254_740_993L, "a \"b\", c\nd"))),
                        new FileOrder(6, "S-2", Instant.parse("2026-03-29T02:30:00.250Z"), 2, "𠮷田", List.of(
                                new FileOrderLine(1, 10, 1, 1, "🎁"))));
        assertThat(orders.get(0).totalCents()).isEqualTo(9_007_199_254_741_293L);
    }

    @Test
    void readsWindowsLineEnds() throws IOException {
        assertThat(read((HEADER + GOOD).replace("\n", "\r\n"))).hasSize(1);
    }

    @Test
    void countsCharactersNotCharsTowardsALength() throws IOException {
        assertThat(read(HEADER + good("ship_to", "𠮷".repeat(100)))).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void refuses(String fault, String text, int line, String field, String expected) throws IOException {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(folder.resolve("orders.csv") + ", line " + line + ", field " + field + ": expected ")
                .hasMessageContaining(expected)
                .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
    }

    static Stream<Arguments> faults() {
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
                fault("an open quote", HEADER + GOOD + good("note", "\"open").replace("S-1", "S-2"), 3, "note", "closing"),
                fault("an unknown user", HEADER + good("email", "eve@example.com"), 2, "email", "found 'eve@example.com'"),
                fault("an unknown product", HEADER + good("sku", "A-3"), 2, "sku", "the SKU of a known product"),
                fault("no number", HEADER + good("quantity", "two"), 2, "quantity", "from 1 to 1000000, found 'two'"),
                fault("a zero", HEADER + good("quantity", "0"), 2, "quantity", "from 1 to"),
                fault("a negative number", HEADER + good("unit_price_cents", "-5"), 2, "unit_price_cents", "found '-5'"),
                fault("a fraction", HEADER + good("unit_price_cents", "12.50"), 2, "unit_price_cents", "a whole number"),
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
                fault("microseconds", HEADER + good("ordered_at", "2026-03-29T02:30:00.123456Z"), 2, "ordered_at", "milliseconds"),
                fault("a long field", HEADER + good("ship_to", "x".repeat(101)), 2, "ship_to", "at most 100 characters"),
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
                        HEADER + GOOD + GOOD.replace("ann@", "bob@"),
                        3,
                        "email",
                        "the same as in line 2"),
                fault(
                        "a fault after a record of two lines",
                        HEADER + good("note", "\"a\nb\"") + good("quantity", "x").replace("S-1", "S-2"),
                        4,
                        "quantity",
                        "a whole number"));
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws IOException {
        Path file = folder.resolve("orders.csv");
        Files.write(file, (HEADER + good("ship_to", "Zoë")).getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ", line 2, field ship_to: expected text in UTF-8");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Path file = folder.resolve("nowhere.csv");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + ": expected a CSV file, found no such file.");
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(folder + ": expected a CSV file that can be read");
    }

    private static Arguments fault(String fault, String text, int line, String field, String expected) {
        return Arguments.of(fault, text, line, field, expected);
    }

    /** The good record with another value in a field. */
    private static String good(String field, String value) {
        String[] values = GOOD.strip().split(",", -1);
        values[OrderFile.FIELDS.indexOf(field)] = value;
        return String.join(",", values) + "\n";
    }

    private List<FileOrder> read(String text) throws IOException {
        return read(Files.writeString(folder.resolve("orders.csv"), text));
    }

    private static List<FileOrder> read(Path file) {
        List<FileOrder> orders = new ArrayList<>();
        try (OrderFileReader reader = new OrderFile(CsvSource.file(file), KNOWN).read()) {
            reader.forEachRemaining(orders::add);
        }
        return orders;
    }
}
