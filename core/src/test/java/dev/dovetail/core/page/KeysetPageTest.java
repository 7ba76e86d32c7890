package dev.dovetail.core.page;

import static dev.dovetail.core.query.ListParameter.in;
import static dev.dovetail.core.query.Mappings.mapping;
import static dev.dovetail.core.query.Mappings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import dev.dovetail.core.Database;
import dev.dovetail.core.bulk.BulkRow;
import dev.dovetail.core.query.CompiledQuery;
import dev.dovetail.core.query.QueryException;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class KeysetPageTest {

    private static final Table<Record> ITEM = table(name("item"));
    private static final Field<Long> ID = field(name("item", "id"), SQLDataType.BIGINT.notNull());
    private static final Field<Integer> SCORE = field(name("item", "score"), SQLDataType.INTEGER);
    private static final Field<Integer> SHELF = field(name("item", "shelf"), SQLDataType.INTEGER.notNull());
    private static final Table<Record> OTHER = ITEM.as("other");
    private static final Field<Long> OTHER_ID = field(name("other", "id"), SQLDataType.BIGINT.notNull());

    private final TestDatabase database;
    private Database db;

    KeysetPageTest(TestDatabase database) {
        this.database = database;
    }

    private record Item(long id, Integer score) {}

    @BeforeEach
    void tenItems() {
        db = Database.open(database.url());
        db.transaction(sql -> {
            sql.dropTableIfExists(ITEM).execute();
            return sql.createTable(ITEM)
                    .columns(plain(ID), plain(SCORE), plain(SHELF))
                    .primaryKey(plain(ID))
                    .execute();
        });
        add(LongStream.rangeClosed(1, 10).boxed().toList());
    }

    @AfterEach
    void close() {
        assertThat(db.pool().active()).isZero();
        db.close();
    }

    /** Scores 1, 2, null, 1, 2, null, … */
    private void add(List<Long> ids) {
        db.bulk()
                .insert(ITEM)
                .columns(plain(ID), plain(SCORE), plain(SHELF))
                .rows(ids, id -> BulkRow.row(id, id % 3 == 0 ? null : (int) (id % 3), (int) (id % 2)));
    }

    private static <T> Field<T> plain(Field<T> field) {
        return field(name(field.getName()), field.getDataType());
    }

    private CompiledQuery<Long> byScore() {
        return db.compile(sql -> sql.select(ID).from(ITEM).orderBy(SCORE.desc().nullsLast()), value())
                .keyedBy(ID);
    }

    @Test
    void walksForwardAndBackWithAndWithoutTotals() {
        CursoredPage<Long> first = byScore().cursoredPage(PageRequest.ofSize(4));
        assertThat(first.content()).containsExactly(2L, 5L, 8L, 1L);
        assertThat(first.hasPrevious()).isFalse();
        assertThat(first.totalElements()).isEqualTo(10);
        assertThat(first.totalPages()).isEqualTo(3);
        CursoredPage<Long> second =
                byScore().cursoredPage(first.nextPageRequest().withoutTotal());
        assertThat(second.content()).containsExactly(4L, 7L, 10L, 3L);
        assertThat(second.hasTotals()).isFalse();
        CursoredPage<Long> third = byScore().cursoredPage(second.nextPageRequest());
        assertThat(third.content()).containsExactly(6L, 9L);
        assertThat(third.hasNext()).isFalse();
        CursoredPage<Long> back = byScore().cursoredPage(third.previousPageRequest());
        assertThat(back.content()).isEqualTo(second.content());
        CursoredPage<Long> start = byScore().cursoredPage(back.previousPageRequest());
        assertThat(start.content()).isEqualTo(first.content());
        assertThat(start.hasPrevious()).isFalse();
        assertThat(start.hasNext()).isTrue();
    }

    @Test
    void rowsThatOthersInsertOrDeleteBeforeTheCursorShiftNothing() {
        CursoredPage<Long> first = byScore().cursoredPage(PageRequest.ofSize(4));
        add(List.of(11L, 14L, 17L));
        db.transaction(sql -> sql.deleteFrom(ITEM).where(plain(ID).in(1L, 2L)).execute());
        assertThat(byScore().cursoredPage(first.nextPageRequest()).content()).containsExactly(4L, 7L, 10L, 3L);
        Page<Long> byNumber = byScore().page(PageRequest.ofPage(2).size(4));
        assertThat(byNumber.content()).isNotEqualTo(List.of(4L, 7L, 10L, 3L));
    }

    @Test
    void pagesByNumberHaveTotalsOnRequestAndOneStatementWithout() {
        Page<Long> page = byScore().page(PageRequest.ofPage(3).size(4));
        assertThat(page.content()).containsExactly(6L, 9L);
        assertThat(page.hasNext()).isFalse();
        assertThat(page.totalElements()).isEqualTo(10);
        assertThat(Statements.during(() -> {
                            Page<Long> without =
                                    byScore().page(PageRequest.ofPage(2).size(4).withoutTotal());
                            assertThat(without.hasNext()).isTrue();
                            assertThat(without.hasTotals()).isFalse();
                        })
                        .count())
                .isEqualTo(1);
        assertThat(byScore().count()).isEqualTo(10);
    }

    @Test
    void keepsParametersListsAndMappings() {
        CompiledQuery<Item> query = db.compile(
                        sql -> sql.select(ID, SCORE)
                                .from(ITEM)
                                .where(in(ID, "ids").and(ID.gt(param("above", Long.class))))
                                .orderBy(SHELF.desc()),
                        mapping(Item::new))
                .keyedBy(ID)
                .bind("ids", LongStream.range(0, 50).boxed().toList())
                .bind("above", 3L);
        CursoredPage<Item> page = query.cursoredPage(PageRequest.ofSize(3));
        assertThat(page.content()).containsExactly(new Item(5, 2), new Item(7, 1), new Item(9, null));
        page = query.cursoredPage(page.nextPageRequest());
        assertThat(page.content()).containsExactly(new Item(4, 1), new Item(6, null), new Item(8, 2));
        assertThat(page.totalElements()).isEqualTo(7);
        assertThat(query.count()).isEqualTo(7);
    }

    @Test
    void groupsAndDistinctRowsAreTheirOwnIdentity() {
        CompiledQuery<BigDecimal> grouped = db.compile(
                sql -> sql.select(sum(ID))
                        .from(ITEM)
                        .groupBy(SCORE)
                        .orderBy(sum(SHELF).desc()),
                value());
        List<Integer> sums = new ArrayList<>();
        for (CursoredPage<BigDecimal> page = grouped.cursoredPage(PageRequest.ofSize(1)); ; ) {
            page.content().forEach(sum -> sums.add(sum.intValue()));
            if (!page.hasNext()) {
                break;
            }
            page = grouped.cursoredPage(page.nextPageRequest());
        }
        assertThat(sums).containsExactly(22, 18, 15);
        CompiledQuery<Integer> distinct = db.compile(
                sql -> sql.selectDistinct(SCORE).from(ITEM).orderBy(SCORE.asc().nullsFirst()), value());
        CursoredPage<Integer> two = distinct.cursoredPage(PageRequest.ofSize(2));
        assertThat(two.content()).containsExactly(null, 1);
        assertThat(distinct.cursoredPage(two.nextPageRequest()).content()).containsExactly(2);
        assertThat(two.totalElements()).isEqualTo(3);
    }

    @Test
    void aColumnThatAnOuterJoinLeavesEmptyCountsAsNull() {
        CompiledQuery<Long> joined = db.compile(
                        sql -> sql.select(ID)
                                .from(ITEM.leftJoin(OTHER).on(OTHER_ID.eq(ID.plus(5L))))
                                .orderBy(OTHER_ID),
                        value())
                .keyedBy(ID);
        List<Long> seen = new ArrayList<>();
        for (CursoredPage<Long> page = joined.cursoredPage(PageRequest.ofSize(3)); ; ) {
            seen.addAll(page.content());
            if (!page.hasNext()) {
                break;
            }
            page = joined.cursoredPage(page.nextPageRequest());
        }
        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void aPageBehindTheLastRowIsEmpty() {
        CursoredPage<Long> last = byScore().cursoredPage(PageRequest.ofSize(10));
        assertThat(last.hasNext()).isFalse();
        CursoredPage<Long> behind = byScore().cursoredPage(PageRequest.afterCursor(last.cursor(9), 2, 10, false));
        assertThat(behind.content()).isEmpty();
        assertThat(behind.hasNext()).isFalse();
        assertThat(byScore().page(PageRequest.ofPage(9).size(10)).content()).isEmpty();
        assertThat(byScore().page(PageRequest.ofSize(Integer.MAX_VALUE)).content())
                .isNotEmpty();
        assertThatThrownBy(
                        () -> byScore().page(PageRequest.ofPage(Long.MAX_VALUE).size(2)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("beyond any row");
    }

    @Test
    void refusesQueriesThatHaveNoPages() {
        assertThatThrownBy(() ->
                        db.compile(sql -> sql.select(ID).from(ITEM), value()).cursoredPage(PageRequest.ofSize(2)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("without an order")
                .hasMessageContaining("DVT-416");
        assertThatThrownBy(() -> db.compile(
                                sql -> sql.select(ID).from(ITEM).orderBy(ID).limit(5), value())
                        .page(PageRequest.ofSize(2)))
                .hasMessageContaining("has a limit");
        assertThatThrownBy(() -> db.compile(sql -> sql.select(ID).from(ITEM).orderBy(SCORE), value())
                        .cursoredPage(PageRequest.ofSize(2)))
                .hasMessageContaining("whose rows nothing identifies")
                .hasMessageContaining("query.keyedBy(TABLE.ID)");
        assertThatThrownBy(() -> db.compile(
                                sql -> sql.selectDistinct(SHELF).from(ITEM).orderBy(ID), value())
                        .cursoredPage(PageRequest.ofSize(2)))
                .hasMessageContaining("does not select");
        assertThatThrownBy(() -> db.compile(
                                sql -> sql.select(ID)
                                        .from(ITEM)
                                        .unionAll(sql.select(ID).from(ITEM))
                                        .orderBy(field(name("id"), Long.class)),
                                value())
                        .cursoredPage(PageRequest.ofSize(2)))
                .hasMessageContaining("unites several selects");
    }

    @Test
    void noticesThatTheColumnsDoNotIdentifyARow() {
        assertThatThrownBy(() -> db.compile(sql -> sql.select(ID).from(ITEM).orderBy(SCORE), value())
                        .keyedBy(SHELF)
                        .cursoredPage(PageRequest.ofSize(1)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("same values in all columns of the order");
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        assertThatThrownBy(() -> byScore().cursoredPage(PageRequest.afterCursor(Cursor.forKey(1), 1, 2, false)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("has 1 values, and the order has 2: Integer, Long")
                .hasMessageContaining("DVT-417");
        assertThatThrownBy(() -> byScore().cursoredPage(PageRequest.afterCursor(Cursor.forKey(1, 2), 1, 2, false)))
                .hasMessageContaining("value 1 of a cursor is a java.lang.Integer");
        assertThatThrownBy(() -> byScore().page(PageRequest.afterCursor(Cursor.forKey(1, 2L), 1, 2, false)))
                .hasMessageContaining("use cursoredPage(…)");
    }

    @Test
    void aKeysetWorksWithPlainJooqToo() {
        Keyset keyset = Keyset.of(List.of(
                SortKey.of(plain(SCORE).desc().nullsLast()),
                SortKey.of(plain(ID).asc())));
        List<Long> behind = db.read(sql -> sql.select(plain(ID))
                .from(ITEM)
                .where(keyset.after(List.of(1, 7L), sql.family()))
                .orderBy(keyset.order())
                .fetch(plain(ID)));
        assertThat(behind).containsExactly(10L, 3L, 6L, 9L);
        assertThatThrownBy(() -> keyset.after(List.of(1), db.engine().dialect()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 columns got 1 values");
    }
}
