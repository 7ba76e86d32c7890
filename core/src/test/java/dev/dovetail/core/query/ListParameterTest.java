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
import dev.dovetail.core.type.ColumnTypes;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class ListParameterTest extends OpenDatabase {

    private static final long ROWS = 100;

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
    void takesLongListsOfTypesWithABindingOfTheirOwn() {
        Table<Record> visits = DSL.table(DSL.name("visits"));
        Field<BigDecimal> price = DSL.field(DSL.name("price"), ColumnTypes.decimalText(20, 2));
        Field<Instant> madeAt = DSL.field(DSL.name("made_at"), ColumnTypes.instant());
        Field<LocalDate> day = DSL.field(DSL.name("seen_on"), ColumnTypes.localDate());
        Field<String> name = DSL.field(DSL.name("name"), ColumnTypes.varchar(20));
        Field<DayOfWeek> weekday = DSL.field(DSL.name("weekday"), ColumnTypes.enumeration(DayOfWeek.class));
        boolean sqlite = db.engine() == Engine.SQLITE;
        String moment =
                db.engine() == Engine.MARIADB ? "datetime(6)" : sqlite ? "timestamp" : "timestamp(6) with time zone";
        db.transaction(sql -> {
            sql.dropTableIfExists(visits).execute();
            sql.execute("create table visits (price " + (sqlite ? "decimal_text" : "numeric") + "(20,2), made_at "
                    + moment + ", seen_on date, name varchar(20), weekday varchar(9))");
            for (int i = 0; i < 10; i++) {
                sql.insertInto(visits, price, madeAt, day, name, weekday)
                        .values(price(i), moment(i), day(i), "it's \"" + i + "\\", DayOfWeek.of(i % 7 + 1))
                        .execute();
            }
            return sql;
        });
        // Types with a binding of their own are placeholders on H2, which has not many more.
        int longest = db.engine() == Engine.H2 ? 1 << 16 : 70_000;
        found(visits, price, IntStream.range(0, longest).mapToObj(ListParameterTest::price), 10);
        // Engines that get a place for each element are slow to read so many.
        int length = db.engine() == Engine.H2 || db.engine() == Engine.MARIADB ? 10_000 : longest;
        found(visits, madeAt, IntStream.range(0, length).mapToObj(ListParameterTest::moment), 10);
        found(visits, day, IntStream.range(5, length).mapToObj(ListParameterTest::day), 5);
        found(visits, name, IntStream.range(1, length).mapToObj(i -> "it's \"" + i + "\\"), 9);
        found(visits, weekday, Stream.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), 4);
    }

    private <T> void found(Table<Record> table, Field<T> field, Stream<T> elements, int rows) {
        List<T> list = elements.toList();
        CompiledQuery<T> in = db.compile(sql -> sql.select(field).from(table).where(in(field, "list")), value());
        CompiledQuery<T> notIn = db.compile(sql -> sql.select(field).from(table).where(notIn(field, "list")), value());
        assertThat(in.bind("list", list).list())
                .as(field.getName())
                .hasSize(rows)
                .isSubsetOf(list);
        assertThat(notIn.bind("list", list).list()).as(field.getName()).hasSize(10 - rows);
    }

    private static BigDecimal price(int i) {
        return BigDecimal.valueOf(i * 10L - 20, 2);
    }

    private static Instant moment(int i) {
        return Instant.parse("2026-10-25T00:30:00.123Z").plusSeconds(60L * i);
    }

    private static LocalDate day(int i) {
        return LocalDate.of(1582, 10, 1).plusDays(i);
    }

    @Test
    void takesListsOfDecimalsOfJooqsOwn() {
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
                IntStream.range(0, 140_000).mapToObj(BigDecimal::valueOf).toList();
        assertThat(byAmount.bind("amounts", many).list()).hasSize((int) ROWS);
    }

    @Test
    void cutsAListIntoTheArraysThatAnEngineTakes() {
        CompiledQuery<Long> notIn = db.compile(
                sql -> sql.select(ID).from(ACCOUNTS).where(notIn(ID, "ids")).orderBy(ID), value());
        for (int length : new int[] {LONG, LONG + 1, 2 * LONG + 1}) {
            List<Long> ids =
                    LongStream.range(ROWS - length + 1, ROWS + 1).boxed().toList();
            assertThat(byIds().bind("ids", ids).list()).as("in %s", length).hasSize((int) ROWS);
        }
        List<Long> ids = LongStream.range(ROWS - LONG - 1, ROWS).boxed().toList();
        assertThat(notIn.bind("ids", ids).list()).as("not in %s", ids.size()).containsExactly(ROWS);
    }

    @Test
    void refusesAListThatTheEngineCannotTake() {
        CompiledQuery<Long> byRate = db.compile(
                sql -> sql.select(ID).from(ACCOUNTS).where(in(BALANCE.cast(SQLDataType.DOUBLE), "rates")), value());
        List<Double> many = IntStream.range(0, 40_000).mapToObj(Double::valueOf).toList();
        if (db.engine() == Engine.SQLITE) {
            assertThatThrownBy(() -> byRate.bind("rates", many).list())
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("40000 elements")
                    .hasMessageContaining("32000");
        } else {
            assertThat(byRate.bind("rates", many).list()).hasSize((int) ROWS);
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
