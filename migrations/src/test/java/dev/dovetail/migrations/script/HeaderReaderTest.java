package dev.dovetail.migrations.script;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.revision.RevisionId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first comment lines of a script ask for. */
class HeaderReaderTest {

    private static ScriptHeader read(String... lines) {
        return HeaderReader.read(String.join("\n", lines), "V1__x.sql");
    }

    @Test
    void everythingThatCanBeSaid() {
        ScriptHeader header = read(
                "\uFEFF-- revision: some words",
                "",
                "-- down-revision: 1, 2_1",
                "-- label: shop, stock",
                "--no-transaction",
                "-- lock-timeout: 5 s",
                "create table t (id integer);");
        assertThat(header)
                .isEqualTo(new ScriptHeader(
                        List.of(RevisionId.of("1"), RevisionId.of("2_1")),
                        false,
                        List.of("shop", "stock"),
                        Duration.ofSeconds(5)));
        assertThat(read("-- down-revision: base").downRevisions()).isEmpty();
    }

    @Test
    void whatStandsBehindTheFirstStatementIsAComment() {
        assertThat(read("create table t (id integer);", "-- no-transaction", "-- down-revision: 1", "-- label: x"))
                .isEqualTo(new ScriptHeader(null, true, List.of(), null));
    }

    @ParameterizedTest
    @CsvSource({"300 ms, 300", "5s, 5000", "2 min, 120000"})
    void timesHaveUnits(String text, long millis) {
        assertThat(read("-- lock-timeout: " + text).lockTimeout()).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "0 s", "-1 s", "5 hours", ""})
    void aTimeThatIsNoneIsSaid(String text) {
        assertFails(MigrationError.BAD_HEADER, () -> read("-- lock-timeout: " + text));
    }

    @Test
    void aSecondParentLineIsSaid() {
        assertFails(MigrationError.BAD_HEADER, () -> read("-- down-revision: 1", "-- down-revision: 2"));
        assertFails(MigrationError.BAD_HEADER, () -> read("-- down-revision: one"));
    }
}
