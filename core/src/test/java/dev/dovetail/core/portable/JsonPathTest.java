package dev.dovetail.core.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.type.ColumnTypes;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same answers on every engine. */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class JsonPathTest extends OpenDatabase {

    private static final Table<Record> DOCUMENTS = DSL.table(DSL.name("documents"));
    private static final Field<Integer> NUMBER = DSL.field(DSL.name("number"), SQLDataType.INTEGER);
    private static final Field<JSONB> BODY = DSL.field(DSL.name("body"), ColumnTypes.jsonb());
    private static final JsonPath ROOT = JsonPath.of(BODY);

    private static final String DOCUMENT = """
            {"text": "it's \\"so\\" \\\\ \\n \u00e9\uD83D\uDE00", "empty": "", "whole": 9007199254740993, "least": -9223372036854775808,
             "real": 1.5, "even": 2.0, "huge": 12345678901234567890, "yes": true, "no": false, "nothing": null,
             "digits": "42", "list": [1, "two", null, [3, {"deep": "found"}]], "object": {"a": {"b": "c"}}, "": "no name",
             "0": "zero", "dot.ted": "dotted", "quo\\"te": "quoted", "back\\\\slash": "slashed", "$": "dollar",
             "[0]": "bracket", "l\\n\\t\\r\\b\\fine\\u0001": "controls", "*": "star", "' or 1=1 --": "comment", "\u00fc\uD83D\uDE00": "far"}""";

    JsonPathTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        String type = database.engine() == TestEngine.POSTGRESQL ? "jsonb" : "json";
        db.transaction(sql -> {
            sql.dropTableIfExists(DOCUMENTS).execute();
            sql.execute("create table documents (number integer, body " + type + ")");
            return sql.insertInto(DOCUMENTS, NUMBER, BODY)
                    .values(1, JSONB.jsonb(DOCUMENT))
                    .values(2, JSONB.jsonb("[{\"text\": \"in a list\"}]"))
                    .values(3, null)
                    .execute();
        });
    }

    @Test
    void readsTexts() {
        assertThat(first(ROOT.key("text").asText())).isEqualTo("it's \"so\" \\ \n \u00e9\uD83D\uDE00");
        assertThat(first(ROOT.key("empty").asText())).isEmpty();
        assertThat(first(ROOT.key("digits").asText())).isEqualTo("42");
        assertThat(first(ROOT.key("object").key("a").key("b").asText())).isEqualTo("c");
        assertThat(first(ROOT.key("list").index(1).asText())).isEqualTo("two");
        assertThat(first(ROOT.key("list").index(3).index(1).key("deep").asText()))
                .isEqualTo("found");
        assertThat(second(ROOT.index(0).key("text").asText())).isEqualTo("in a list");
    }

    @Test
    void readsNumbers() {
        assertThat(first(ROOT.key("whole").asLong())).isEqualTo(9_007_199_254_740_993L);
        assertThat(first(ROOT.key("least").asLong())).isEqualTo(Long.MIN_VALUE);
        assertThat(first(ROOT.key("even").asLong())).isEqualTo(2L);
        assertThat(first(ROOT.key("real").asLong())).isNull();
        assertThat(first(ROOT.key("huge").asLong())).isNull();
        assertThat(first(ROOT.key("digits").asLong())).isNull();
        assertThat(first(ROOT.key("list").index(0).asLong())).isEqualTo(1L);
        assertThat(first(ROOT.key("real").asDouble())).isEqualTo(1.5);
        assertThat(first(ROOT.key("huge").asDouble())).isEqualTo(12345678901234567890.0);
        assertThat(first(ROOT.key("whole").asDouble())).isEqualTo(9_007_199_254_740_992.0);
        assertThat(first(ROOT.key("text").asDouble())).isNull();
    }

    @Test
    void readsTruths() {
        assertThat(first(ROOT.key("yes").asBoolean())).isTrue();
        assertThat(first(ROOT.key("no").asBoolean())).isFalse();
        assertThat(first(ROOT.key("whole").asBoolean())).isNull();
        assertThat(numbers(ROOT.key("no").asBoolean().eq(false))).containsExactly(1);
        assertThat(numbers(ROOT.key("yes").asBoolean().isTrue())).containsExactly(1);
    }

    @Test
    void whatIsNotThereOrOfAnotherKindReadsAsNull() {
        for (JsonPath path : List.of(
                ROOT.key("missing"),
                ROOT.key("missing").key("deeper").index(3),
                ROOT.key("nothing"),
                ROOT.key("nothing").key("x"),
                ROOT.key("list").index(9),
                ROOT.key("list").key("0"),
                ROOT.key("text").index(0),
                ROOT.key("object").index(0),
                ROOT.index(0),
                ROOT.key("TEXT"))) {
            assertThat(first(path.asText())).isNull();
            assertThat(first(path.asLong())).isNull();
            assertThat(first(path.asDouble())).isNull();
            assertThat(first(path.asBoolean())).isNull();
        }
        assertThat(first(ROOT.key("whole").asText())).isNull();
        assertThat(first(ROOT.key("object").asText())).isNull();
    }

    @Test
    void tellsNullFromMissing() {
        assertThat(numbers(ROOT.key("nothing").isJsonNull())).containsExactly(1);
        assertThat(numbers(ROOT.key("nothing").exists())).containsExactly(1);
        assertThat(numbers(ROOT.key("missing").isJsonNull())).isEmpty();
        assertThat(numbers(ROOT.key("missing").exists())).isEmpty();
        assertThat(numbers(ROOT.key("missing").exists().not())).containsExactly(1, 2, 3);
        assertThat(numbers(ROOT.key("missing").isJsonNull().not())).containsExactly(1, 2, 3);
        assertThat(numbers(ROOT.key("text").isJsonNull())).isEmpty();
        assertThat(numbers(ROOT.key("list").index(2).isJsonNull())).containsExactly(1);
    }

    @Test
    void tellsTheKind() {
        assertThat(first(ROOT.kind())).isEqualTo("object");
        assertThat(second(ROOT.kind())).isEqualTo("array");
        assertThat(first(ROOT.key("text").kind())).isEqualTo("string");
        assertThat(first(ROOT.key("whole").kind())).isEqualTo("number");
        assertThat(first(ROOT.key("real").kind())).isEqualTo("number");
        assertThat(first(ROOT.key("huge").kind())).isEqualTo("number");
        assertThat(first(ROOT.key("least").kind())).isEqualTo("number");
        assertThat(first(ROOT.key("no").kind())).isEqualTo("boolean");
        assertThat(first(ROOT.key("nothing").kind())).isEqualTo("null");
        assertThat(first(ROOT.key("list").kind())).isEqualTo("array");
        assertThat(first(ROOT.key("missing").kind())).isNull();
    }

    @Test
    void aKeyIsNeverSyntax() {
        assertThat(first(ROOT.key("").asText())).isEqualTo("no name");
        assertThat(first(ROOT.key("0").asText())).isEqualTo("zero");
        assertThat(first(ROOT.key("dot.ted").asText())).isEqualTo("dotted");
        assertThat(first(ROOT.key("quo\"te").asText())).isEqualTo("quoted");
        assertThat(first(ROOT.key("back\\slash").asText())).isEqualTo("slashed");
        assertThat(first(ROOT.key("l\n\t\r\b\fine\u0001").asText())).isEqualTo("controls");
        assertThat(first(ROOT.key("$").asText())).isEqualTo("dollar");
        assertThat(first(ROOT.key("[0]").asText())).isEqualTo("bracket");
        assertThat(first(ROOT.key("*").asText())).isEqualTo("star");
        assertThat(first(ROOT.key("' or 1=1 --").asText())).isEqualTo("comment");
        assertThat(first(ROOT.key("\u00fc\uD83D\uDE00").asText())).isEqualTo("far");
        for (String attack : List.of(
                "\" or \"1\"=\"1",
                "'); drop table documents; --",
                "x\\",
                "\\\"",
                "a\"][\"b",
                "{0}",
                "?",
                ":x",
                "@",
                "#",
                "\n")) {
            assertThat(first(ROOT.key(attack).asText())).as(attack).isNull();
            assertThat(numbers(ROOT.key(attack).asText().eq(attack))).as(attack).isEmpty();
        }
        assertThat(numbers(ROOT.exists())).containsExactly(1, 2);
    }

    @Test
    void whatWasReadIsComparedAndSorted() {
        assertThat(numbers(ROOT.key("text").asText().like("it''s%".replace("''", "'"))))
                .containsExactly(1);
        assertThat(numbers(ROOT.key("whole").asLong().gt(9_007_199_254_740_992L)))
                .containsExactly(1);
        assertThat(numbers(ROOT.key("real").asDouble().between(1.4, 1.6))).containsExactly(1);
        assertThat(numbers(ROOT.key("text").asText().eq("IT'S"))).isEmpty();
    }

    @Test
    void anIndexIsNotNegative() {
        assertThatThrownBy(() -> ROOT.index(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    private <T> T first(Field<T> field) {
        return db.read(sql -> sql.select(field)
                .from(DOCUMENTS)
                .where(NUMBER.eq(1))
                .fetchSingle()
                .value1());
    }

    private <T> T second(Field<T> field) {
        return db.read(sql -> sql.select(field)
                .from(DOCUMENTS)
                .where(NUMBER.eq(2))
                .fetchSingle()
                .value1());
    }

    private List<Integer> numbers(Condition condition) {
        return db.read(sql -> sql.select(NUMBER)
                .from(DOCUMENTS)
                .where(condition)
                .orderBy(NUMBER)
                .fetch(NUMBER));
    }
}
