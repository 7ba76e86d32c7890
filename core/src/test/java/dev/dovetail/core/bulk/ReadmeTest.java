package dev.dovetail.core.bulk;

import static dev.dovetail.core.bulk.BulkRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.core.ReadmeLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** The lines of the README on bulk operations, compiled and run. */
class ReadmeTest {

    private static final Table<Record> USERS = DSL.table(DSL.name("users"));
    private static final Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT.notNull());
    private static final Field<String> EMAIL = DSL.field(DSL.name("email"), SQLDataType.VARCHAR(80));
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.VARCHAR(80));
    private static final Field<Integer> VISITS = DSL.field(DSL.name("visits"), SQLDataType.INTEGER);

    private record User(long id, String email, String name) {}

    private static final class Bar {
        private final List<Long> seen = new ArrayList<>();

        void to(long rows) {
            seen.add(rows);
        }
    }

    @Test
    void theLinesWork() {
        User ann = new User(1, "ann@example.com", "Ann");
        Stream<User> stream = Stream.of(ann, new User(2, "bob@example.com", "Bob"));
        List<User> users = List.of(new User(1, "ann@example.com", "Anna"), new User(3, "eve@example.com", "Eve"));
        List<User> more = List.of(new User(0, "joe@example.com", "Joe"));
        List<Long> ids = List.of(2L);
        Stream<User> file = Stream.of(new User(7, "kim@example.com", "Kim"));
        Bar bar = new Bar();
        try (Database db = Database.open("sqlite:///:memory:")) {
            db.transaction(sql -> sql.execute("create table users (id integer primary key, email varchar(80) unique,"
                    + " name varchar(80), visits integer default 0)"));
            db.transaction(sql -> sql.execute("create table bulk_checkpoints (name varchar(100) not null primary key,"
                    + " rows_committed bigint not null)"));
            // README
            Bulk bulk = db.bulk();
            bulk.insert(USERS).columns(ID, EMAIL, NAME).rows(stream, u -> row(u.id(), u.email(), u.name()));
            bulk.insert(USERS)
                    .columns(ID, EMAIL, NAME)
                    .onConflict(ID)
                    .update(NAME) // or .doNothing()
                    .rows(users, u -> row(u.id(), u.email(), u.name()));
            bulk.update(USERS).key(ID).set(NAME).rows(users, u -> row(u.id(), u.name()));
            bulk.delete(USERS).key(ID).rows(ids, id -> row(id));
            bulk.delete(USERS).where(VISITS.gt(1_000)).committingEvery(10_000).execute();
            List<Long> keys = bulk.insert(USERS)
                    .columns(EMAIL, NAME)
                    .returning(ID) // in the order of the rows
                    .rows(more, u -> row(u.email(), u.name()));
            bulk.insert(USERS)
                    .columns(ID, EMAIL, NAME)
                    .committingEvery(50_000, BulkCheckpoint.named("users of 2026"))
                    .onProgress(bar::to)
                    .rows(file, u -> row(u.id(), u.email(), u.name()));
            // end
            assertThat(keys).containsExactly(4L);
            assertThat(bar.seen).contains(1L);
            List<String> names =
                    db.read(sql -> sql.select(NAME).from(USERS).orderBy(ID).fetch(NAME));
            assertThat(names).containsExactly("Anna", "Eve", "Joe", "Kim");
        }
    }

    @Test
    void theReadmeShowsTheseLines() throws IOException {
        ReadmeLines.assertShown(ReadmeTest.class, "## Bulk");
    }
}
