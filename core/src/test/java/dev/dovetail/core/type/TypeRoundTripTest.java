package dev.dovetail.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.bulk.BulkRow;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStep2;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes in comes out, by every way in, and SQL finds and sorts it as Java does. */
@Timeout(120)
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class TypeRoundTripTest extends OpenDatabase {

    private static final Table<Record> KEPT = DSL.table(DSL.name("kept"));
    private static final Field<Integer> NUMBER = DSL.field(DSL.name("number"), SQLDataType.INTEGER);
    private static final int LONG_TEXT = 1_000;

    TypeRoundTripTest(TestDatabase database) {
        super(database);
    }

    @Test
    void anInsertKeepsEveryValue() {
        TypeCases.all(db.engine()).forEach(type -> verify(type, this::insert));
    }

    @Test
    void anInsertWithValuesInItsTextKeepsEveryValue() {
        TypeCases.all(db.engine()).forEach(type -> verify(withoutLongValues(type), this::insertInlined));
    }

    @Test
    void aBatchKeepsEveryValue() {
        TypeCases.all(db.engine()).forEach(type -> verify(withoutLongValues(type), this::batch));
    }

    @Test
    void aBulkInsertKeepsEveryValue() {
        TypeCases.all(db.engine()).forEach(type -> verify(type, this::bulk));
    }

    @Test
    void timesDoNotDependOnTheZoneOfTheJvm() {
        TimeZone before = TimeZone.getDefault();
        try {
            // With gaps at two in the morning, at midnight, of half an hour, and of a whole day.
            for (String zone : List.of("Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia")) {
                TypeCases.all(db.engine())
                        .filter(type -> type.name().matches("date|time.*|json"))
                        .forEach(type -> verifyAcrossZones(type, zone));
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private <T> void verifyAcrossZones(TypeCase<T> type, String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        create(type);
        insert(type, column(type));
        assertKept(type, zone);
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        assertKept(type, zone + ", read in another zone");
    }

    private <T> void verify(TypeCase<T> type, BiConsumer<TypeCase<T>, Field<T>> way) {
        create(type);
        way.accept(type, column(type));
        assertKept(type, "");
    }

    private void create(TypeCase<?> type) {
        db.transaction(sql -> {
            sql.dropTableIfExists(KEPT).execute();
            return sql.execute("create table kept (number integer, content "
                    + type.declared().get(db.engine()) + ")");
        });
    }

    private static <T> Field<T> column(TypeCase<T> type) {
        return DSL.field(DSL.name("content"), type.type());
    }

    private <T> void insert(TypeCase<T> type, Field<T> column) {
        db.transaction(sql -> {
            InsertValuesStep2<Record, Integer, T> insert = sql.insertInto(KEPT, NUMBER, column);
            for (int i = 0; i < type.values().size(); i++) {
                insert = insert.values(i, type.values().get(i));
            }
            return insert.values(-1, null).execute();
        });
    }

    private <T> void insertInlined(TypeCase<T> type, Field<T> column) {
        db.transaction(sql -> {
            for (int i = 0; i < type.values().size(); i++) {
                sql.insertInto(KEPT, NUMBER, column)
                        .values(DSL.inline(i), DSL.inline(type.values().get(i), column))
                        .execute();
            }
            return sql.insertInto(KEPT, NUMBER, column)
                    .values(DSL.inline(-1), DSL.inline((T) null, column))
                    .execute();
        });
    }

    private <T> void batch(TypeCase<T> type, Field<T> column) {
        db.transaction(sql -> {
            var batch = sql.batch(sql.insertInto(KEPT, NUMBER, column).values((Integer) null, null))
                    .bind(-1, null);
            for (int i = 0; i < type.values().size(); i++) {
                batch = batch.bind(i, type.values().get(i));
            }
            return batch.execute();
        });
    }

    private <T> void bulk(TypeCase<T> type, Field<T> column) {
        db.bulk()
                .insert(KEPT)
                .columns(NUMBER, column)
                .rows(
                        IntStream.range(-1, type.values().size()).iterator(),
                        i -> BulkRow.row(i, i < 0 ? null : type.values().get(i)));
    }

    private <T> void assertKept(TypeCase<T> type, String circumstances) {
        Field<T> column = column(type);
        String what = type.name() + " " + circumstances;
        List<T> read = db.read(sql -> sql.select(column)
                .from(KEPT)
                .where(NUMBER.ge(0))
                .orderBy(NUMBER)
                .fetch(column));
        assertThat(read).as(what).hasSize(type.values().size());
        for (int i = 0; i < read.size(); i++) {
            T expected = type.values().get(i);
            assertThat(read.get(i)).as(what).isNotNull();
            assertThat(type.same().test(read.get(i), expected))
                    .as(what + ": wrote " + shortened(expected) + ", read " + shortened(read.get(i)))
                    .isTrue();
        }
        Integer nulls = db.read(sql -> sql.fetchCount(KEPT, column.isNull()));
        assertThat(nulls).as(what + ": nulls").isEqualTo(1);
        if (type.comparable()) {
            db.read(sql -> assertFound(type, sql));
        }
        if (type.order() != null) {
            db.read(sql -> assertSorted(type, sql));
        }
    }

    private static <T> boolean assertFound(TypeCase<T> type, DSLContext sql) {
        Field<T> column = column(type);
        for (int i = 0; i < type.values().size(); i++) {
            T value = type.values().get(i);
            assertThat(sql.select(NUMBER).from(KEPT).where(column.eq(value)).fetch(NUMBER))
                    .as(type.name() + ": equal to " + shortened(value))
                    .containsExactly(i);
            if (!isLong(value)) {
                assertThat(sql.select(NUMBER)
                                .from(KEPT)
                                .where(column.eq(DSL.inline(value, column)))
                                .fetch(NUMBER))
                        .as(type.name() + ": equal to " + shortened(value) + " in the text")
                        .containsExactly(i);
            }
        }
        return true;
    }

    private static <T> boolean assertSorted(TypeCase<T> type, DSLContext sql) {
        Field<T> column = column(type);
        List<T> expected = new ArrayList<>(type.values());
        expected.sort(type.order());
        List<T> sorted = sql.select(column)
                .from(KEPT)
                .where(column.isNotNull())
                .orderBy(column)
                .fetch(column);
        for (int i = 0; i < expected.size(); i++) {
            T value = expected.get(i);
            assertThat(type.same().test(sorted.get(i), value))
                    .as(type.name() + " sorted: " + sorted)
                    .isTrue();
            assertThat(sql.fetchCount(KEPT, column.lt(value)))
                    .as(type.name() + ": less than " + value)
                    .isEqualTo(i);
            assertThat(sql.fetchCount(KEPT, column.between(value, expected.get(expected.size() - 1))))
                    .as(type.name() + ": from " + value)
                    .isEqualTo(expected.size() - i);
        }
        return true;
    }

    private static <T> TypeCase<T> withoutLongValues(TypeCase<T> type) {
        return new TypeCase<>(
                type.name(),
                type.type(),
                type.declared(),
                type.values().stream().filter(value -> !isLong(value)).toList(),
                type.same(),
                type.order(),
                type.comparable());
    }

    private static boolean isLong(Object value) {
        return (value instanceof String text && text.length() > LONG_TEXT)
                || (value instanceof byte[] bytes && bytes.length > LONG_TEXT);
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() < LONG_TEXT ? text : text.substring(0, 40) + "… " + text.length() + " long";
    }
}
