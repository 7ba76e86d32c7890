package dev.dovetail.core.bulk;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the source of the rows, the function that makes them and the progress callback may do. */
@Timeout(60)
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class BulkUserCodeTest extends OpenDatabase {

    BulkUserCodeTest(TestDatabase database) {
        super(database);
    }

    private BulkInsert<?> accounts() {
        return db.bulk().insert(ACCOUNTS).columns(ID, OWNER, BALANCE);
    }

    private static Stream<Long> ids(long to) {
        return LongStream.range(0, to).boxed();
    }

    @Test
    void theyMayUseTheSameTransaction() {
        List<Integer> seen = new ArrayList<>();
        db.transaction(sql -> {
            Iterator<Long> source = new Iterator<>() {
                private long next;

                @Override
                public boolean hasNext() {
                    return sql.selectOne().fetchSingle().value1() + next <= 2_100;
                }

                @Override
                public Long next() {
                    return next++;
                }
            };
            return accounts()
                    .onProgress(rows -> seen.add(sql.fetchCount(ACCOUNTS)))
                    .rows(
                            source,
                            id -> row(
                                    id,
                                    sql.select(DSL.inline("n" + id))
                                            .fetchSingle()
                                            .value1(),
                                    id));
        });
        assertThat(count()).isEqualTo(2_100);
        assertThat(seen).isSorted().startsWith(1_000).endsWith(2_100);
    }

    @Test
    void theyMayRunABulkOperationOfTheirOwn() {
        accounts().onConflict(ID).update(BALANCE).rows(ids(1_500), id -> {
            if (id % 500 == 0) {
                accounts().onConflict(ID).update(BALANCE).rows(List.of(id + 10_000), n -> row(n, "inner " + n, n));
            }
            return row(id, "outer " + id, id);
        });
        assertThat(count()).isEqualTo(1_503);
    }

    @Test
    void whatTheyThrowTakesBackEveryRowAndIsThrown() {
        for (Throwable thrown : List.of(new IllegalStateException("stop"), new StackOverflowError("stop"))) {
            assertThatThrownBy(() -> accounts().rows(new Failing(thrown), id -> row(id, "owner " + id, id)))
                    .isSameAs(thrown);
            assertThatThrownBy(() -> accounts().rows(ids(3_000), id -> {
                        if (id == 2_222) {
                            BulkUserCodeTest.<RuntimeException>sneak(thrown);
                        }
                        return row(id, "owner " + id, id);
                    }))
                    .isSameAs(thrown);
            assertThatThrownBy(() -> accounts()
                            .onProgress(rows -> {
                                if (rows > 1_000) {
                                    BulkUserCodeTest.<RuntimeException>sneak(thrown);
                                }
                            })
                            .rows(ids(3_000), id -> row(id, "owner " + id, id)))
                    .isSameAs(thrown);
            assertThat(count()).isZero();
        }
        accounts().rows(ids(10), id -> row(id, "owner " + id, id));
        assertThat(count()).isEqualTo(10);
    }

    @Test
    void theyMayUseTheirArraysAgain() {
        Table<Record> files = DSL.table(DSL.name("files"));
        Field<Integer> number = DSL.field(DSL.name("number"), SQLDataType.INTEGER);
        Field<byte[]> content = DSL.field(DSL.name("content"), SQLDataType.BLOB);
        db.transaction(sql -> {
            sql.dropTableIfExists(files).execute();
            return sql.createTable(files).columns(number, content).execute();
        });
        Object[] values = new Object[2];
        byte[] buffer = new byte[1];
        values[1] = buffer;
        db.bulk().insert(files).columns(number, content).rows(List.of(1, 2, 3), n -> {
            values[0] = n;
            buffer[0] = n.byteValue();
            return row(values);
        });
        List<byte[]> stored =
                db.read(sql -> sql.select(content).from(files).orderBy(number).fetch(content));
        assertThat(stored).containsExactly(new byte[] {1}, new byte[] {2}, new byte[] {3});
    }

    @Test
    void halfACharacterIsRefusedInsteadOfBecomingAQuestionMark() {
        assertThatThrownBy(
                        () -> accounts().rows(List.of("whole \uD834\uDD1E", "half \uD834"), text -> row(1L, text, 1L)))
                .isInstanceOfSatisfying(
                        BadBulkRowException.class,
                        bad -> assertThat(bad.rowIndex()).isEqualTo(1))
                .hasMessageContaining("owner");
        assertThat(count()).isZero();
    }

    @Test
    void largeValuesMakeSmallChunks() {
        List<Long> reported = new ArrayList<>();
        Table<Record> texts = DSL.table(DSL.name("texts"));
        Field<String> text = DSL.field(DSL.name("text"), SQLDataType.CLOB);
        db.transaction(sql -> {
            sql.dropTableIfExists(texts).execute();
            return sql.createTable(texts).column(text).execute();
        });
        String large = "x".repeat(700_000);
        db.bulk().insert(texts).columns(text).onProgress(reported::add).rows(List.of(1, 2, 3, 4, 5), n -> row(large));
        assertThat(reported).containsExactly(2L, 4L, 5L);
    }

    @SuppressWarnings("unchecked") // throws whatever it is given
    private static <X extends Throwable> void sneak(Throwable thrown) throws X {
        throw (X) thrown;
    }

    private static final class Failing implements Iterator<Long> {
        private final Throwable thrown;
        private long next;

        Failing(Throwable thrown) {
            this.thrown = thrown;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Long next() {
            if (next == 1_500) {
                BulkUserCodeTest.<RuntimeException>sneak(thrown);
            }
            return next++;
        }
    }
}
