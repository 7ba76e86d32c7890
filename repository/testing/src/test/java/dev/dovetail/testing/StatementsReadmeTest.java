package dev.dovetail.testing;

import static dev.dovetail.testing.StatementAssertions.assertThatStatements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The lines of the README, compiled and run. */
// README
class StatementsReadmeTest {

    private final Database db = Database.open("sqlite:///:memory:");

    @RegisterExtension
    final NoOpenConnections noOpenConnections = NoOpenConnections.of(() -> db);

    @Test
    void twoQueriesAreSent() {
        assertThatStatements(() -> {
                    db.read(sql -> sql.fetchOne("select 1"));
                    db.read(sql -> sql.fetchOne("select 2"));
                })
                .hasCount(2)
                .areOnlyQueries();
    }
    // end

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void theReadmeShowsTheseLines() throws IOException {
        String here = Files.readString(Path.of("src/test/java/dev/dovetail/testing/StatementsReadmeTest.java"));
        String shown = here.substring(here.indexOf("// README\n") + 10, here.indexOf("    // end"));
        String readme = Files.readString(Path.of("README.md"));
        String block = readme.substring(readme.indexOf("class StatementsReadmeTest"));
        block = block.substring(0, block.indexOf("\n```\n"));
        assertThat(block.replaceAll("\\s", "")).isEqualTo(shown.replaceAll("\\s", "") + "}");
    }
}
