package dev.dovetail.core.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same rows on every engine. */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class TextMatchTest extends OpenDatabase {

    private static final Table<Record> PEOPLE = DSL.table(DSL.name("people"));
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.VARCHAR(60));
    private static final List<String> NAMES = List.of(
            "",
            "Ann",
            "ANN",
            "Joanna",
            "ann ",
            "a%b",
            "a_b",
            "aXb",
            "a\\b",
            "[ab]",
            "a*b?c",
            "^a.b$",
            "a|b(c){2}+",
            "\u00c9mile",
            "\u00e9mile",
            "Emile",
            "E\u0301mile",
            "STRASSE",
            "Stra\u00dfe",
            "STRA\u1e9eE",
            "\u0130stanbul",
            "ISTANBUL",
            "\u0131stanbul",
            "istanbul",
            "\uD83D\uDE00 smile",
            "\uD83D\uDE01 smile",
            "\u039f\u03b4\u03cc\u03c2",
            "\u039f\u0394\u038c\u03a3",
            "\u212a",
            "k",
            "line\nbreak",
            "it's \"so\"",
            "\uD801\uDC00",
            "\uD801\uDC28");

    TextMatchTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        String type = database.engine() == TestEngine.MARIADB
                ? "varchar(60) character set utf8mb4 collate utf8mb4_general_ci"
                : "varchar(60)";
        db.transaction(sql -> {
            sql.dropTableIfExists(PEOPLE).execute();
            sql.execute("create table people (name " + type + ")");
            for (String name : NAMES) {
                sql.insertInto(PEOPLE, NAME).values(name).execute();
            }
            return sql.insertInto(PEOPLE, NAME).values((String) null).execute();
        });
    }

    @Test
    void caseIsIgnoredAsJavaIgnoresIt() {
        finds(TextMatch.containsIgnoringCase(NAME, "ANN"), "Ann", "ANN", "Joanna", "ann ");
        finds(TextMatch.startsWithIgnoringCase(NAME, "aNn"), "Ann", "ANN", "ann ");
        finds(TextMatch.endsWithIgnoringCase(NAME, "NNA"), "Joanna");
        finds(TextMatch.equalToIgnoringCase(NAME, "ann"), "Ann", "ANN");
        finds(TextMatch.equalToIgnoringCase(NAME, "\u00c9MILE"), "\u00c9mile", "\u00e9mile");
        finds(TextMatch.containsIgnoringCase(NAME, "stra\u00df"), "Stra\u00dfe", "STRA\u1e9eE");
        finds(
                TextMatch.equalToIgnoringCase(NAME, "istanbul"),
                "\u0130stanbul",
                "ISTANBUL",
                "\u0131stanbul",
                "istanbul");
        finds(
                TextMatch.equalToIgnoringCase(NAME, "\u03bf\u03b4\u03cc\u03c3"),
                "\u039f\u03b4\u03cc\u03c2",
                "\u039f\u0394\u038c\u03a3");
        finds(TextMatch.equalToIgnoringCase(NAME, "K"), "\u212a", "k");
        finds(TextMatch.equalToIgnoringCase(NAME, "\uD801\uDC28"), "\uD801\uDC00", "\uD801\uDC28");
    }

    @Test
    void caseCountsWhereItIsNotIgnored() {
        finds(TextMatch.contains(NAME, "ann"), "Joanna", "ann ");
        finds(TextMatch.startsWith(NAME, "A"), "Ann", "ANN");
        finds(TextMatch.endsWith(NAME, "n"), "Ann");
        finds(TextMatch.equalTo(NAME, "ann "), "ann ");
        finds(TextMatch.equalTo(NAME, "ann"));
        finds(TextMatch.equalTo(NAME, "Emile"), "Emile");
    }

    @Test
    void nothingInTheTextIsAWildcard() {
        finds(TextMatch.containsIgnoringCase(NAME, "%"), "a%b");
        finds(TextMatch.containsIgnoringCase(NAME, "A_B"), "a_b");
        finds(TextMatch.contains(NAME, "\\"), "a\\b");
        finds(TextMatch.equalTo(NAME, "[ab]"), "[ab]");
        finds(TextMatch.contains(NAME, "*b?"), "a*b?c");
        finds(TextMatch.equalTo(NAME, "^a.b$"), "^a.b$");
        finds(TextMatch.containsIgnoringCase(NAME, "|B(c){2}+"), "a|b(c){2}+");
        finds(TextMatch.contains(NAME, "'s \"s"), "it's \"so\"");
        finds(TextMatch.contains(NAME, "e\nb"), "line\nbreak");
        finds(TextMatch.endsWith(NAME, "line"));
        finds(TextMatch.startsWith(NAME, "\uD83D\uDE00"), "\uD83D\uDE00 smile");
        finds(TextMatch.contains(NAME, "a' or '1'='1"));
    }

    @Test
    void anEmptyTextStandsInEveryTextAndEqualsTheEmptyOne() {
        assertThat(count(TextMatch.contains(NAME, ""))).isEqualTo(NAMES.size());
        assertThat(count(TextMatch.startsWithIgnoringCase(NAME, ""))).isEqualTo(NAMES.size());
        assertThat(count(TextMatch.endsWith(NAME, ""))).isEqualTo(NAMES.size());
        finds(TextMatch.equalTo(NAME, ""), "");
        finds(TextMatch.contains(NAME, "Ann").not().and(TextMatch.startsWith(NAME, "A")), "ANN");
    }

    @Test
    void anyPieceOfAnyTextIsFoundWhereJavaFindsIt() {
        long seed = 20_261_121;
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            int[] characters = name.codePoints().toArray();
            int from = random.nextInt(characters.length + 1);
            String piece = new String(characters, from, random.nextInt(characters.length - from + 1));
            assertThat(names(TextMatch.contains(NAME, piece)))
                    .as("seed " + seed + ", contains '" + piece + "'")
                    .containsExactlyInAnyOrderElementsOf(
                            NAMES.stream().filter(n -> n.contains(piece)).toList());
            assertThat(names(TextMatch.equalToIgnoringCase(NAME, piece)))
                    .as("seed " + seed + ", is '" + piece + "'")
                    .containsExactlyInAnyOrderElementsOf(NAMES.stream()
                            .filter(n -> TextMatch.folded(n).equals(TextMatch.folded(piece)))
                            .toList());
        }
    }

    @Test
    void theLocaleOfTheJvmDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            finds(
                    TextMatch.equalToIgnoringCase(NAME, "ISTANBUL"),
                    "\u0130stanbul",
                    "ISTANBUL",
                    "\u0131stanbul",
                    "istanbul");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTextThatIsTooLongForAPatternIsRefused() {
        assertThat(count(TextMatch.containsIgnoringCase(NAME, "\uD83D\uDE00k".repeat(333))))
                .isZero();
        assertThatThrownBy(() -> TextMatch.contains(NAME, "x".repeat(1_001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1001");
    }

    private void finds(Condition condition, String... expected) {
        assertThat(names(condition)).as(condition.toString()).containsExactlyInAnyOrder(expected);
    }

    private List<String> names(Condition condition) {
        return db.read(sql -> sql.select(NAME).from(PEOPLE).where(condition).fetch(NAME));
    }

    private int count(Condition condition) {
        return db.read(sql -> sql.fetchCount(PEOPLE, condition));
    }
}
