package dev.dovetail.core.query;

import static dev.dovetail.core.query.Mappings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.core.Database;
import dev.dovetail.core.error.CoreError;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTextTest {

    private static final Cursor EVERYTHING = Cursor.forKey(
            "\u00e9\uD83D\uDE00 \0 '",
            "",
            null,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            (short) -1,
            (byte) 7,
            Double.MIN_VALUE,
            Float.POSITIVE_INFINITY,
            true,
            new BigDecimal("-1.50"),
            BigInteger.TEN.pow(40),
            new UUID(-1, 1),
            LocalDate.of(1, 1, 1),
            LocalTime.MAX,
            LocalDateTime.of(9999, 12, 31, 0, 0),
            Instant.EPOCH,
            OffsetDateTime.parse("2026-11-21T10:15:30.000001+05:30"));

    @Test
    void everyValueComesBackWithItsType() {
        String text = CursorText.of(EVERYTHING);
        assertThat(text).matches("[A-Za-z0-9_-]+");
        Cursor read = CursorText.parse(text);
        assertThat(read.size()).isEqualTo(EVERYTHING.size());
        for (int i = 0; i < read.size(); i++) {
            assertThat((Object) read.get(i)).isEqualTo(EVERYTHING.get(i));
        }
    }

    @Test
    void leadsThroughThePagesOfAQuery() {
        Table<Record> users = DSL.table(DSL.name("users"));
        Field<Integer> id = DSL.field(DSL.name("id"), SQLDataType.INTEGER.notNull());
        Field<String> name = DSL.field(DSL.name("name"), SQLDataType.VARCHAR(20));
        try (Database db = Database.open("sqlite:///:memory:")) {
            db.transaction(sql -> {
                sql.createTable(users).columns(id, name).primaryKey(id).execute();
                for (int i = 1; i <= 7; i++) {
                    sql.insertInto(users, id, name)
                            .values(i, i % 3 == 0 ? null : "n" + i % 2)
                            .execute();
                }
                return sql;
            });
            CompiledQuery<Integer> query = db.compile(
                            sql -> sql.select(id).from(users).orderBy(name.asc()), value())
                    .keyedBy(id);
            List<Integer> seen = new ArrayList<>();
            Optional<String> link = Optional.empty();
            do {
                PageRequest request = link.map(text -> PageRequest.afterCursor(CursorText.parse(text), 1, 2, false))
                        .orElse(PageRequest.ofSize(2));
                CursoredPage<Integer> page = query.cursoredPage(request);
                seen.addAll(page.content());
                link = page.hasNext() ? page.nextPageRequest().cursor().map(CursorText::of) : Optional.empty();
            } while (link.isPresent());
            assertThat(seen).containsExactly(2, 4, 1, 5, 7, 3, 6);

            String ofAnotherQuery = CursorText.of(Cursor.forKey(1L));
            assertThatThrownBy(() ->
                            query.cursoredPage(PageRequest.afterCursor(CursorText.parse(ofAnotherQuery), 1, 2, false)))
                    .isInstanceOf(QueryException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a", "AQ", "AQEAAAAA", "AAAAAAAAAAAA", "x'; drop table users; --", "_____", "AQF0__8"})
    void aBadOneIsRefusedInOneWay(String text) {
        assertBad(text);
    }

    @Test
    void aDamagedOneIsRefused() {
        String text = CursorText.of(EVERYTHING);
        long seed = 20261121;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            int at = random.nextInt(text.length() - 1);
            char other = "ABCxyz019-_".charAt(random.nextInt(11));
            String changed = text.substring(0, at) + other + text.substring(at + 1);
            if (!changed.equals(text)) {
                assertBad(changed);
            }
            assertBad(text.substring(0, at));
        }
        assertBad(text + "AAAA");
        assertBad("A".repeat(10_000_000));
    }

    private static void assertBad(String text) {
        QueryException bad = catchThrowableOfType(QueryException.class, () -> CursorText.parse(text));
        assertThat(bad).as(text.substring(0, Math.min(100, text.length()))).isNotNull();
        assertThat(bad.code()).isEqualTo(CoreError.BAD_CURSOR);
        assertThat(bad).hasMessageContaining("cannot be read");
    }

    @Test
    void whatHasNoTextSaysSo() {
        assertThatThrownBy(() -> CursorText.of(Cursor.forKey(DayOfWeek.MONDAY)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("java.time.DayOfWeek");
        assertThatThrownBy(() -> CursorText.of(Cursor.forKey("x".repeat(3_500))))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("the longest is 4000");
        assertThatThrownBy(() -> CursorText.of(Cursor.forKey("x".repeat(100_000))))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("100000");
    }
}
