package dev.dovetail.examples.orders;

import static dev.dovetail.examples.orders.schema.Tables.ORDERS;
import static dev.dovetail.examples.orders.schema.Tables.ORDER_LINES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestDatabases;
import dev.dovetail.examples.orders.file.OrderFileFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with faults: one message, nothing loaded, exit code 2. */
@OnEachDatabase
class BadInputTest {

    private final TestDatabase database;

    @TempDir
    Path folder;

    BadInputTest(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.dovetail.examples.orders.file.OrderFileFaults#all")
    void refuses(String fault, String text, int line, String field, String expected) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), text);

        Program program = Program.run(file.toString(), database.url());

        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.err())
                .startsWith(file + ", line " + line + ", field " + field + ": expected ")
                .contains(expected)
                .endsWith("\nNothing of the file was loaded.\n");
        assertThat(program.err().lines()).hasSize(2);
        try (Database db = Database.open(database.url())) {
            assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(ORDERS) + sql.fetchCount(ORDER_LINES)))
                    .isZero();
        }
    }

    @Test
    void loadsTheSameFileWithoutAFault() throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), OrderFileFaults.HEADER + OrderFileFaults.GOOD);

        try (TestDatabase fresh = TestDatabases.create(database.engine())) {
            Program program = Program.run(file.toString(), fresh.url());

            assertThat(program.err()).isEmpty();
            assertThat(program.exitCode()).isZero();
            assertThat(program.out()).contains("loaded 1 order with 1 line");
        }
    }
}
