package dev.dovetail.core;

import static dev.dovetail.core.bulk.BulkRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.transaction.Retry;
import dev.dovetail.core.transaction.Transactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** The lines of the README, compiled and run. */
class ReadmeTest {

    private static final Table<Record> USERS = DSL.table(DSL.name("users"));
    private static final Field<String> EMAIL = DSL.field(DSL.name("email"), SQLDataType.VARCHAR(80));

    @Test
    void theTenLinesWork() {
        // README
        try (Database db = Database.open("sqlite:///:memory:")) {
            db.transaction(
                    sql -> sql.execute("create table users (id integer primary key, email varchar(80) not null)"));

            Stream<String> emails = Stream.of("ann@example.com", "bob@example.com");
            db.bulk().insert(USERS).columns(EMAIL).rows(emails, email -> row(email));

            int users = db.read(sql -> sql.fetchCount(USERS));

            Transactor tx = db.transactor().retry(Retry.exponential(3, Duration.ofMillis(100)));
            tx.run(() -> db.transaction(
                    sql -> sql.deleteFrom(USERS).where(EMAIL.like("ann%")).execute()));
            // end
            assertThat(users).isEqualTo(2);
            assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(USERS)))
                    .isEqualTo(1);
        }
    }

    @Test
    void theReadmeShowsTheseLines() throws IOException {
        String here = Files.readString(Path.of("src/test/java/dev/dovetail/core/ReadmeTest.java"));
        String shown = here.substring(here.indexOf("// README\n") + 10, here.indexOf("            // end"));
        String readme = Files.readString(Path.of("README.md"));
        String block = readme.substring(readme.indexOf("```java\n") + 8, readme.indexOf("\n```\n"));
        assertThat(block.replaceAll("\\s", "")).isEqualTo(shown.replaceAll("\\s", "") + "}");
    }
}
