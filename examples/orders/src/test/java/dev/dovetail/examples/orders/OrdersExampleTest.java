package dev.dovetail.examples.orders;

import static dev.dovetail.examples.orders.schema.Tables.ORDERS;
import static dev.dovetail.examples.orders.schema.Tables.ORDER_LINES;
import static dev.dovetail.examples.orders.schema.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestDatabases;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.examples.orders.file.OrderFileFaults;
import dev.dovetail.examples.orders.report.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as its users run it. */
@OnEachDatabase
class OrdersExampleTest {

    private final TestDatabase database;

    @TempDir
    Path folder;

    OrdersExampleTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void doesTheWholeJobAndNothingTwice() throws IOException {
        try (TestDatabase fresh = TestDatabases.create(database.engine());
                Database db = Database.open(fresh.url())) {
            String file = bundledCopy().toString();

            Program first = Program.run(file, fresh.url());
            List<Integer> counts = counts(db);
            Program second = Program.run(file, fresh.url());

            assertThat(first.err()).isEmpty();
            assertThat(first.exitCode()).isZero();
            assertThat(first.out())
                    .contains("with 6,000 lines", "placed 2, refused 1", "DVT-601", "User.orders is not loaded")
                    .contains("50 users, ")
                    .contains("the best is ");
            assertThat(second.err()).isEmpty();
            assertThat(second.exitCode()).isZero();
            assertThat(second.out())
                    .contains("found the newest version", "found 400 users", "with 6,000 lines", "found 2, refused 1");
            assertThat(counts(db)).isEqualTo(counts).contains(6_003, 2);
        }
    }

    @Test
    void listsFiftyUsersInTwoStatementsAndSaysSo() throws IOException {
        Program program = Program.run(bundledCopy().toString(), database.url());

        assertThat(program.out().lines().filter(line -> line.contains("List 50 users") && line.contains(" ms")))
                .singleElement()
                .asString()
                .containsPattern(" users, \\d+ orders +2 +\\d+ ms");
    }

    @Test
    void takesNothingBackThatWasThereWhenAnOrderFails() throws IOException {
        String out = Program.run(bundledCopy().toString(), database.url()).out();

        assertThat(written(out, "before")).isNotEmpty().isEqualTo(written(out, "after"));
    }

    @Test
    void keepsItsTablesStraight() throws IOException {
        List<String> lines = Program.run(bundledCopy().toString(), database.url())
                .out()
                .lines()
                .toList();
        int rule = lines.stream()
                .filter(line -> line.startsWith("   ─"))
                .findFirst()
                .map(lines::indexOf)
                .orElseThrow();

        assertThat(lines.subList(rule, rule + 26))
                .extracting(TextTable::displayWidth)
                .containsOnly(TextTable.displayWidth(lines.get(rule)));
    }

    @Test
    void showsNoPassword() throws IOException {
        Program program = Program.run(bundledCopy().toString(), database.url());

        assertThat(program.out()).contains(database.engine().displayName());
        if (database.engine() != TestEngine.SQLITE) {
            assertThat(program.out() + program.err()).doesNotContain(":" + database.password() + "@");
        }
    }

    @Test
    void refusesAMissingFile() {
        Program program = Program.run(folder.resolve("nowhere.csv").toString(), database.url());

        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.err())
                .isEqualTo(folder.resolve("nowhere.csv")
                        + ": expected a CSV file, found no such file.\nNothing of the file was loaded.\n");
    }

    @Test
    void refusesAFileSomeOfWhoseOrdersAreThere() throws IOException {
        Program.run(bundledCopy().toString(), database.url());
        Path more = folder.resolve("more.csv");
        Files.writeString(
                more, OrderFileFaults.HEADER + OrderFileFaults.GOOD + OrderFileFaults.GOOD.replace("S-1", "S-000001"));

        Program program = Program.run(more.toString(), database.url());

        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.err())
                .startsWith(more + ", line 3, field order_number: expected a number that is not in the database yet")
                .contains("'S-000001', one of 1 orders");
    }

    @Test
    void refusesTooManyArguments() {
        assertThat(Program.run("a.csv", database.url(), "more").exitCode()).isEqualTo(2);
    }

    private Path bundledCopy() throws IOException {
        Path copy = folder.resolve("orders.csv");
        try (var bundled = OrdersExample.class.getResourceAsStream("/data/orders.csv")) {
            Files.write(copy, bundled.readAllBytes());
        }
        return copy;
    }

    private static String written(String out, String when) {
        return out.lines()
                .filter(line -> line.strip().startsWith(when + " "))
                .map(line -> line.strip().substring(when.length()).strip())
                .findFirst()
                .orElse("");
    }

    private static List<Integer> counts(Database db) {
        return List.of(
                db.<Integer, RuntimeException>read(sql -> sql.fetchCount(ORDERS)),
                db.<Integer, RuntimeException>read(sql -> sql.fetchCount(ORDER_LINES)),
                db.<Integer, RuntimeException>read(sql -> sql.fetchCount(OUTBOX)));
    }
}
