package dev.dovetail.core.query;

import static dev.dovetail.core.query.ListParameter.in;
import static dev.dovetail.core.query.ListParameter.notIn;
import static dev.dovetail.core.query.Mappings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.param;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.bulk.BulkRow;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class ListParameterTest extends OpenDatabase {

    private static final long ROWS = 300;

    /** More than SQLite and PostgreSQL have placeholders in a statement, and as many as H2 has elements in an array. */
    private static final int LONG = 1 << 16;

    ListParameterTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void rows() {
        db.bulk()
                .insert(ACCOUNTS)
                .columns(ID, OWNER, BALANCE)
                .rows(LongStream.rangeClosed(1, ROWS).boxed().toList(), id -> BulkRow.row(id, "o'\"\\" + id, id * 10));
    }

    private CompiledQuery<Long> byIds() {
        return db.compile(
                sql -> sql.select(ID).from(ACCOUNTS).where(in(ID, "ids")).orderBy(ID), value());
    }

    @Test
    void findsTheSameRowsAsAListOfConstantsWhateverItsLength() {
        long seed = 20261121;
        Random random = new Random(seed);
        CompiledQuery<Long> in = byIds();
        CompiledQuery<Long> notIn = db.compile(
                sql -> sql.select(ID).from(ACCOUNTS).where(notIn(ID, "ids")).orderBy(ID), value());
        for (int length : new int[] {0, 1, 2, 3, 4, 5, 16, 17, 100, 1000}) {
            List<Long> ids = random.longs(length, -10, ROWS + 10).boxed().toList();
            Set<Long> found = new TreeSet<>(ids);
            found.removeIf(id -> id < 1 || id > ROWS);
            assertThat(in.bind("ids", ids).list())
                    .as("seed %s, in, length %s", seed, length)
                    .containsExactlyElementsOf(found);
            assertThat(notIn.bind("ids", ids.toArray(Long[]::new)).list())
                    .as("seed %s, not in, length %s", seed, length)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, ROWS)
                            .filter(id -> !found.contains(id))
                            .boxed()
                            .toList());
        }
    }

    @Test
    void takesListsLongerThanAStatementHasPlaceholders() {
        List<Long> numbers = LongStream.range(0, LONG).boxed().toList();
        assertThat(byIds().bind("ids", numbers).list()).hasSize((int) ROWS);
        CompiledQuery<String> byOwner = db.compile(
                sql -> sql.select(OWNER)
                        .from(ACCOUNTS)
                        .where(in(OWNER, "owners"))
                        .orderBy(ID)
                        .limit(2),
                value());
        List<String> owners =
                IntStream.range(0, LONG).mapToObj(i -> "o'\"\\" + i).toList();
        assertThat(byOwner.bind("owners", owners).list()).containsExactly("o'\"\\1", "o'\"\\2");
    }

    @Test
    void refusesAListThatTheEngineCannotTake() {
        CompiledQuery<Long> byAmount = db.compile(
                sql -> sql.select(ID)
                        .from(ACCOUNTS)
                        .where(in(BALANCE.cast(SQLDataType.DECIMAL(19, 2)), "amounts"))
                        .orderBy(ID),
                value());
        assertThat(byAmount.bind("amounts", List.of(new BigDecimal("20.00"), new BigDecimal("30.00")))
                        .list())
                .containsExactly(2L, 3L);
        List<BigDecimal> many =
                IntStream.range(0, 40_000).mapToObj(BigDecimal::valueOf).toList();
        if (db.engine() == Engine.SQLITE) {
            assertThatThrownBy(() -> byAmount.bind("amounts", many).list())
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("40000 elements")
                    .hasMessageContaining("32000");
        } else {
            assertThat(byAmount.bind("amounts", many).list()).hasSize((int) ROWS);
        }
    }

    @Test
    void aListMayStandTwiceAndBesideOtherParameters() {
        CompiledQuery<Long> query = db.compile(
                sql -> sql.select(ID)
                        .from(ACCOUNTS)
                        .where(in(ID, "ids").and(ID.gt(param("above", Long.class))))
                        .or(in(BALANCE, "ids").and(in(OWNER, "owners")))
                        .orderBy(ID),
                value());
        assertThat(query.bind("ids", Set.of(1L, 5L, 10L, 20L, 30L))
                        .bind("above", 4L)
                        .bind("owners", List.of("o'\"\\2", "o'\"\\4"))
                        .list())
                .containsExactly(2L, 5L, 10L, 20L, 30L);
    }

    @Test
    void worksInWrites() {
        CompiledStatement delete = db.compile(sql -> sql.deleteFrom(ACCOUNTS).where(in(ID, "ids")));
        assertThat(delete.bind("ids", List.of(1L, 2L, 3L, 3L, 999L)).execute()).isEqualTo(3);
        assertThat(delete.bind("ids", List.of()).execute()).isZero();
        assertThat(count()).isEqualTo((int) ROWS - 3);
    }

    @Test
    void refusesWhatIsNoListOfItsType() {
        assertThatThrownBy(() -> byIds().bind("ids", 5L)).hasMessageContaining("ids (list of Long)");
        assertThatThrownBy(() -> byIds().bind("ids", null)).hasMessageContaining("was given null");
        assertThatThrownBy(() -> byIds().bind("ids", List.of(1L, 2))).hasMessageContaining("java.lang.Integer");
        assertThatThrownBy(() -> byIds().bind("ids", Collections.singletonList(null)))
                .hasMessageContaining("has null in it");
        assertThatThrownBy(() -> db.read(sql ->
                        sql.select(ID).from(ACCOUNTS).where(in(ID, "ids")).fetch()))
                .hasStackTraceContaining("not compiled");
    }

    @Test
    void aListChangedAfterwardsDoesNotChangeTheQuery() {
        Long[] ids = {1L, 2L};
        CompiledQuery<Long> bound = byIds().bind("ids", ids);
        ids[0] = 3L;
        assertThat(bound.list()).containsExactly(1L, 2L);
    }

    @Test
    void fewStatementsServeAllLengths() {
        CompiledQuery<Long> query = byIds();
        for (int length = 0; length <= 200; length++) {
            query.bind("ids", LongStream.rangeClosed(1, length).boxed().toList())
                    .list();
        }
        QueryCacheStatistics statistics = db.queryCache();
        boolean arrays = db.engine() == Engine.POSTGRESQL || db.engine() == Engine.H2;
        // 0, 2, 4, 8, … 256; a list of one is the first plan.
        assertThat(statistics.size()).isEqualTo(arrays ? 0 : 9);
        assertThat(statistics.misses()).isEqualTo(arrays ? 0 : 9);
        assertThat(statistics.hits()).isEqualTo(arrays ? 0 : 200 - 9);
        assertThat(statistics.evictions()).isZero();
    }

    @Test
    void theCacheIsBounded() {
        Field<Long> wide = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
        for (int i = 0; i < 600; i++) {
            db.compile(sql -> sql.select(wide).from(ACCOUNTS).where(in(wide, "ids")), value())
                    .bind("ids", Arrays.asList(1L, 2L))
                    .list();
        }
        QueryCacheStatistics statistics = db.queryCache();
        assertThat(statistics.size()).isLessThanOrEqualTo(statistics.capacity());
        if (db.engine() == Engine.SQLITE || db.engine() == Engine.MARIADB) {
            assertThat(statistics.evictions()).isEqualTo(600 - statistics.capacity());
        }
    }
}
