package dev.dovetail.core.page;

import static dev.dovetail.core.query.Mappings.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.dovetail.core.Database;
import dev.dovetail.core.bulk.BulkRow;
import dev.dovetail.core.query.CompiledQuery;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** Random tables and orders: the pages are the plain sorted query, cut in pieces, forward, backward and by number. */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class KeysetWalkTest {

    private static final boolean EXHAUSTIVE = Boolean.getBoolean("dovetail.exhaustive");
    private static final int TABLES = EXHAUSTIVE ? 100 : 4;
    private static final int ORDERS_A_TABLE = 10;

    private static final Table<Record> T = table(name("walk"));
    private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT.notNull());
    private static final Field<Integer> NUMBER = field(name("number"), SQLDataType.INTEGER);
    private static final Field<String> TEXT = field(name("text"), SQLDataType.VARCHAR(20));
    private static final Field<BigDecimal> AMOUNT = field(name("amount"), SQLDataType.DECIMAL(9, 2));
    private static final Field<Integer> RANK = field(name("rank_"), SQLDataType.INTEGER.notNull());
    private static final String[] TEXTS = {"", "a", "A", "b", "ä", "é", "z", "'", "\uD83D\uDE00", "10", "9"};

    private final TestDatabase database;

    KeysetWalkTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void pagesAreTheSortedQueryCutInPieces() {
        long seed = EXHAUSTIVE ? System.nanoTime() : 20261121L;
        Random random = new Random(seed);
        try (Database db = Database.open(database.url())) {
            for (int i = 0; i < TABLES; i++) {
                fill(db, random);
                for (int j = 0; j < ORDERS_A_TABLE; j++) {
                    walk(db, random, "seed " + seed + ", table " + i + ", order " + j);
                }
            }
            assertThat(db.pool().active()).isZero();
        }
    }

    private static void fill(Database db, Random random) {
        db.transaction(sql -> {
            sql.dropTableIfExists(T).execute();
            return sql.createTable(T)
                    .columns(ID, NUMBER, TEXT, AMOUNT, RANK)
                    .primaryKey(ID)
                    .execute();
        });
        List<Long> ids = new ArrayList<>(LongStream.range(0, random.nextInt(30))
                .map(id -> id * 3 - 10)
                .boxed()
                .toList());
        Collections.shuffle(ids, random);
        db.bulk()
                .insert(T)
                .columns(ID, NUMBER, TEXT, AMOUNT, RANK)
                .rows(
                        ids,
                        id -> BulkRow.row(
                                id,
                                random.nextInt(3) == 0 ? null : random.nextInt(4) - 2,
                                random.nextInt(4) == 0 ? null : TEXTS[random.nextInt(TEXTS.length)],
                                random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(5) * 25L, 2),
                                random.nextInt(3)));
    }

    private static void walk(Database db, Random random, String what) {
        List<SortField<?>> order = order(random);
        CompiledQuery<Long> query = db.compile(sql -> sql.select(ID).from(T).orderBy(order), mapping(id -> id))
                .keyedBy(ID);
        List<Long> expected = db.read(sql -> {
            List<SortField<?>> explicit = new ArrayList<>();
            order.forEach(sort -> explicit.add(SortKey.of(sort).order()));
            explicit.add(ID.asc());
            return sql.select(ID).from(T).orderBy(explicit).fetch(ID);
        });
        int size = 1 + random.nextInt(7);
        String detail = what + ", " + order + ", size " + size;

        List<Long> forward = new ArrayList<>();
        List<CursoredPage<Long>> pages = new ArrayList<>();
        CursoredPage<Long> page = query.cursoredPage(PageRequest.ofSize(size).withoutTotal());
        forward.addAll(page.content());
        pages.add(page);
        while (page.hasNext()) {
            page = query.cursoredPage(page.nextPageRequest());
            forward.addAll(page.content());
            pages.add(page);
            assertThat(forward.size()).as(detail).isLessThanOrEqualTo(expected.size());
        }
        assertThat(forward).as(detail).containsExactlyElementsOf(expected);

        List<Long> backward = new ArrayList<>(page.content());
        for (int i = pages.size() - 2; i >= 0; i--) {
            assertThat(page.hasPrevious()).as(detail).isTrue();
            page = query.cursoredPage(page.previousPageRequest());
            assertThat(page.content()).as(detail).isEqualTo(pages.get(i).content());
            backward.addAll(0, page.content());
        }
        assertThat(page.hasPrevious()).as(detail).isFalse();
        assertThat(backward).as(detail).containsExactlyElementsOf(expected);

        List<Long> byNumber = new ArrayList<>();
        for (int number = 1; byNumber.size() < expected.size(); number++) {
            List<Long> content = query.page(
                            PageRequest.ofPage(number).size(size).withoutTotal())
                    .content();
            assertThat(content).as(detail).isNotEmpty();
            byNumber.addAll(content);
        }
        assertThat(byNumber).as(detail).containsExactlyElementsOf(expected);
    }

    private static List<SortField<?>> order(Random random) {
        List<Field<?>> fields = new ArrayList<>(List.of(NUMBER, TEXT, AMOUNT, RANK, ID));
        Collections.shuffle(fields, random);
        List<SortField<?>> order = new ArrayList<>();
        boolean oneDirection = random.nextBoolean();
        boolean descending = random.nextBoolean();
        for (Field<?> field : fields.subList(0, 1 + random.nextInt(4))) {
            boolean down = oneDirection ? descending : random.nextBoolean();
            SortField<?> sort = down ? field.desc() : field.asc();
            order.add(
                    switch (random.nextInt(3)) {
                        case 0 -> sort;
                        case 1 -> sort.nullsFirst();
                        default -> sort.nullsLast();
                    });
        }
        return order;
    }
}
