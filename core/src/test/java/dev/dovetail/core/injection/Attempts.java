package dev.dovetail.core.injection;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.core.query.Mappings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.bulk.BulkCheckpoint;
import dev.dovetail.core.portable.JsonPath;
import dev.dovetail.core.portable.TextMatch;
import dev.dovetail.core.portable.Upsert;
import dev.dovetail.core.query.CompiledQuery;
import dev.dovetail.core.query.CursorText;
import dev.dovetail.core.query.ListParameter;
import dev.dovetail.core.query.QueryException;
import dev.dovetail.core.type.ColumnTypes;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What an attacker would try with each way in. The table {@code victims} has one row, whose text is the attack; what looks
 * for it has to find that one row.
 */
final class Attempts {

    static final Table<Record> VICTIMS = DSL.table(DSL.name("victims"));
    static final Field<Integer> ID = DSL.field(DSL.name("id"), SQLDataType.INTEGER.notNull());
    static final Field<String> TEXT =
            DSL.field(DSL.name("content"), SQLDataType.VARCHAR(200).notNull());
    private static final Field<JSON> DOCUMENT = DSL.field(DSL.name("document"), ColumnTypes.json());

    private final Database db;
    private final Map<String, Attempt> all = new LinkedHashMap<>();

    Attempts(Database db) {
        this.db = db;
        values();
        names();
        compiled();
        matches();
        beyondSignatures();
    }

    /** Does it with an attack. */
    interface Attempt {
        void with(String attack);
    }

    /** By signature, or by words for what takes text in another form. */
    Map<String, Attempt> all() {
        return all;
    }

    private void values() {
        all.put("BulkRow.row(Object[])", attack -> {
            delete(attack);
            db.bulk().insert(VICTIMS).columns(ID, TEXT).rows(List.of(attack), text -> row(1, text));
            db.bulk().update(VICTIMS).key(TEXT).set(ID).rows(List.of(attack), text -> row(text, 1));
            db.bulk()
                    .insert(VICTIMS)
                    .columns(ID, TEXT)
                    .onConflict(ID)
                    .update(TEXT)
                    .rows(List.of(attack), text -> row(1, text));
            found(1, TEXT.eq(attack));
        });
        all.put("Upsert.set(Field, Object)", attack -> {
            upsert(Upsert.into(VICTIMS).key(ID).set(ID, 1).set(TEXT, attack));
            found(1, TEXT.eq(attack));
        });
        all.put("Upsert.setOnInsert(Field, Object)", attack -> {
            delete(attack);
            upsert(Upsert.into(VICTIMS).key(ID).set(ID, 1).setOnInsert(TEXT, attack));
            found(1, TEXT.eq(attack));
        });
        all.put("BulkCheckpoint.named(String)", attack -> {
            delete(attack);
            db.bulk()
                    .insert(VICTIMS)
                    .columns(ID, TEXT)
                    .committingEvery(1, BulkCheckpoint.named(attack))
                    .rows(List.of(attack), text -> row(1, text));
            found(1, TEXT.eq(attack));
        });
        all.put("JsonPath.key(String)", attack -> {
            JSON document = JSON.json(
                    "{\"" + attack.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\": 7}");
            db.transaction(sql -> sql.update(VICTIMS).set(DOCUMENT, document).execute());
            found(1, JsonPath.of(DOCUMENT).key(attack).asLong().eq(7L));
            found(0, JsonPath.of(DOCUMENT).key(attack + "2").exists());
        });
    }

    private void names() {
        Function<String, Condition> in = attack -> ListParameter.in(TEXT, attack);
        all.put("ListParameter.in(Field, String)", attack -> {
            assertThat(where(in.apply(attack)).bind(attack, List.of(attack)).list())
                    .containsExactly(1);
            assertThat(where(in.apply(attack)).bind(attack, List.of()).list()).isEmpty();
        });
        all.put(
                "ListParameter.notIn(Field, String)",
                attack -> assertThat(where(ListParameter.notIn(TEXT, attack))
                                .bind(attack, List.of(attack, "x", "y"))
                                .list())
                        .isEmpty());
    }

    private void compiled() {
        all.put(
                "CompiledQuery.bind(String, Object)",
                attack -> assertThat(where(TEXT.eq(DSL.param(attack, String.class)))
                                .bind(attack, attack)
                                .list())
                        .containsExactly(1));
        all.put(
                "CompiledStatement.bind(String, Object)",
                attack -> assertThat(db.compile(sql -> sql.update(VICTIMS)
                                        .set(TEXT, DSL.param(attack, String.class))
                                        .where(TEXT.eq(DSL.param("old", String.class))))
                                .bind(attack, attack)
                                .bind("old", attack)
                                .execute())
                        .isEqualTo(1));
        all.put("CursorText.parse(String)", attack -> {
            assertThatThrownBy(() -> CursorText.parse(attack)).isInstanceOf(QueryException.class);
            Cursor cursor = CursorText.parse(CursorText.of(Cursor.forKey(attack, 0)));
            assertThat(db.compile(sql -> sql.select(ID).from(VICTIMS).orderBy(TEXT.asc()), value())
                            .keyedBy(ID)
                            .cursoredPage(PageRequest.afterCursor(cursor, 1, 10, false))
                            .content())
                    .containsExactly(1);
        });
        all.put("the key of a cursor", attack -> {
            CompiledQuery<Integer> ordered = db.compile(
                            sql -> sql.select(ID).from(VICTIMS).orderBy(TEXT.asc()), value())
                    .keyedBy(ID);
            assertThat(ordered.cursoredPage(page(attack, 0)).content()).containsExactly(1);
            assertThat(ordered.cursoredPage(page(attack, 1)).content()).isEmpty();
        });
    }

    private static PageRequest page(String text, int id) {
        return PageRequest.afterCursor(Cursor.forKey(text, id), 1, 10, false);
    }

    private void matches() {
        all.put("TextMatch.contains(Field, String)", attack -> found(1, TextMatch.contains(TEXT, attack)));
        all.put(
                "TextMatch.containsIgnoringCase(Field, String)",
                attack -> found(1, TextMatch.containsIgnoringCase(TEXT, attack)));
        all.put("TextMatch.startsWith(Field, String)", attack -> found(1, TextMatch.startsWith(TEXT, attack)));
        all.put(
                "TextMatch.startsWithIgnoringCase(Field, String)",
                attack -> found(1, TextMatch.startsWithIgnoringCase(TEXT, attack)));
        all.put("TextMatch.endsWith(Field, String)", attack -> found(1, TextMatch.endsWith(TEXT, attack)));
        all.put(
                "TextMatch.endsWithIgnoringCase(Field, String)",
                attack -> found(1, TextMatch.endsWithIgnoringCase(TEXT, attack)));
        all.put("TextMatch.equalTo(Field, String)", attack -> found(1, TextMatch.equalTo(TEXT, attack)));
        all.put(
                "TextMatch.equalToIgnoringCase(Field, String)",
                attack -> found(1, TextMatch.equalToIgnoringCase(TEXT, attack)));
    }

    private void beyondSignatures() {
        all.put("a value of jOOQ", attack -> found(1, TEXT.eq(attack)));
        all.put("a value of plain SQL", attack -> found(1, DSL.condition("content = ?", attack)));
        all.put("a list of jOOQ", attack -> found(1, TEXT.in(attack, "x")));
        all.put("the value of an explained query", attack -> {
            // Which is sent unseen.
            assertThat(db.explain(DSL.selectFrom(VICTIMS).where(TEXT.eq(attack)))
                            .text())
                    .isNotEmpty();
            found(1, TEXT.eq(attack));
        });
    }

    private void found(int rows, Condition condition) {
        assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(VICTIMS, condition)))
                .isEqualTo(rows);
    }

    private CompiledQuery<Integer> where(Condition condition) {
        return db.compile(sql -> sql.select(ID).from(VICTIMS).where(condition), value());
    }

    private void upsert(Upsert<Record> upsert) {
        db.transaction(sql -> {
            upsert.execute(sql);
            return sql;
        });
    }

    private void delete(String attack) {
        db.transaction(sql -> sql.deleteFrom(VICTIMS).where(TEXT.eq(attack)).execute());
    }
}
