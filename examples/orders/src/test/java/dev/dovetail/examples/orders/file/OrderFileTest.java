package dev.dovetail.examples.orders.file;

import static dev.dovetail.examples.orders.file.OrderFileFaults.GOOD;
import static dev.dovetail.examples.orders.file.OrderFileFaults.HEADER;
import static dev.dovetail.examples.orders.file.OrderFileFaults.OTHER_USER;
import static dev.dovetail.examples.orders.file.OrderFileFaults.USER;
import static dev.dovetail.examples.orders.file.OrderFileFaults.good;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderFileTest {

    private static final KnownIds KNOWN =
            new KnownIds(Map.of(USER, 1L, OTHER_USER, 2L), Map.of("A-0001", 10L, "A-0002", 20L));

    @TempDir
    Path folder;

    @Test
    void readsOrdersWithTheirLines() throws IOException {
        List<FileOrder> orders = read(HEADER
                + GOOD
                + "S-1,2026-03-29T02:30:00+05:45," + USER + ",Ann,A-0002,1,9007199254740993,\"a \"\"b\"\", c\nd\"\n"
                + "\n"
                + "S-2,2026-03-29T02:30:00.250Z," + OTHER_USER + ",𠮷田,A-0001,1,1,🎁\n");

        assertThat(orders)
                .containsExactly(
                        new FileOrder(
                                2,
                                "S-1",
                                Instant.parse("2026-03-28T20:45:00Z"),
                                1,
                                "Ann",
                                List.of(
                                        new FileOrderLine(1, 10, 2, 150, null),
                                        new FileOrderLine(2, 20, 1, 9_007_199_254_740_993L, "a \"b\", c\nd"))),
                        new FileOrder(
                                6,
                                "S-2",
                                Instant.parse("2026-03-29T02:30:00.250Z"),
                                2,
                                "𠮷田",
                                List.of(new FileOrderLine(1, 10, 1, 1, "🎁"))));
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
    @MethodSource("dev.dovetail.examples.orders.file.OrderFileFaults#all")
    void refuses(String fault, String text, int line, String field, String expected) throws IOException {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(
                        folder.resolve("orders.csv") + ", line " + line + ", field " + field + ": expected ")
                .hasMessageContaining(expected)
                .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
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
