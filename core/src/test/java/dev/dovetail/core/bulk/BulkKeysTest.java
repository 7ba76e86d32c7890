package dev.dovetail.core.bulk;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.CheckFailedException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class BulkKeysTest extends OpenDatabase {

    private static final Table<Record> NOTES = DSL.table(DSL.name("notes"));
    private static final Field<Long> NOTE_ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT.identity(true));
    private static final Field<String> TEXT = DSL.field(DSL.name("text"), SQLDataType.VARCHAR(40));

    BulkKeysTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void notes() {
        db.transaction(sql -> {
            sql.dropTableIfExists(NOTES).execute();
            return sql.createTable(NOTES)
                    .columns(NOTE_ID, TEXT)
                    .primaryKey(NOTE_ID)
                    .check(TEXT.ne("bad"))
                    .execute();
        });
    }

    @Test
    void theGeneratedKeyOfEachRowComesInTheOrderOfTheRows() {
        List<Integer> given =
                IntStream.range(0, 2_500).mapToObj(i -> i * 7_919 % 2_500).toList();
        List<Long> keys =
                db.bulk().insert(NOTES).columns(TEXT).returning(NOTE_ID).rows(given, n -> row("note " + n));
        Map<Long, String> stored =
                db.read(sql -> sql.select(NOTE_ID, TEXT).from(NOTES).fetchMap(NOTE_ID, TEXT));
        Map<Long, String> expected = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            expected.put(keys.get(i), "note " + given.get(i));
        }
        assertThat(keys).hasSize(2_500).doesNotHaveDuplicates();
        assertThat(stored).isEqualTo(expected);
    }

    @Test
    void aRefusedRowIsNamed() {
        assertThatThrownBy(() -> db.bulk()
                        .insert(NOTES)
                        .columns(TEXT)
                        .returning(NOTE_ID)
                        .rows(IntStream.range(0, 1_500).boxed().iterator(), n -> row(n == 1_234 ? "bad" : "note " + n)))
                .isInstanceOfSatisfying(
                        CheckFailedException.class,
                        refused -> assertThat(refused.details().row().index()).isEqualTo(1_234));
    }

    @Test
    void noRowsHaveNoKeys() {
        assertThat(db.bulk().insert(NOTES).columns(TEXT).returning(NOTE_ID).rows(List.of(), n -> row("")))
                .isEmpty();
    }
}
