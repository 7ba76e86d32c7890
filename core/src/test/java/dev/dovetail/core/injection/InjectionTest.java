package dev.dovetail.core.injection;

import static dev.dovetail.core.bulk.BulkRow.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Level;
import dev.dovetail.core.Database;
import dev.dovetail.core.DatabaseOptions;
import dev.dovetail.core.LogLines;
import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Coded;
import dev.dovetail.core.statement.StatementLog;
import dev.dovetail.core.statement.StatementRecording;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.core.type.ColumnTypes;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Text that would be SQL if anybody pasted it together, through everything that takes text. That it is everything is found
 * out from the classes: what takes text and is neither attempted here nor known to be harmless fails.
 */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class InjectionTest extends OpenDatabase {

    /** In every attack; where values are bound it is in no statement. */
    private static final String MARK = "zq7";

    private static final List<String> ATTACKS = Stream.of(
                    "x'; drop table accounts; --",
                    "x\"; drop table accounts; --",
                    "x`; drop table accounts; --",
                    "x]; drop table accounts; --",
                    "x[0]; drop table accounts; --",
                    "x') or 1=1; drop table accounts; --",
                    "x' or 'a'='a",
                    "x\" or \"a\"=\"a",
                    "x\\'; drop table accounts; --",
                    "x\\\" or 1=1; drop table accounts; --",
                    "$$; drop table accounts; $$",
                    "x*/ ; drop table accounts; /*",
                    "{x}; drop table accounts {0}",
                    "?, :x, &x, $1; drop table accounts",
                    "x%_*?.+^$(|)\\E; drop table accounts",
                    "x;\n\\.\ndrop table accounts;")
            .map(attack -> MARK + attack)
            .toList();

    /** They are opened by URLs, or by options. */
    private static final Set<String> OF_OPENING =
            Set.of("Database.open(String)", "Database.open(String, Consumer)", "DatabaseOptions.replica(String)");

    private final Attempts attempts = new Attempts(db);

    InjectionTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void oneAccountAndTablesForTheVictims() {
        insert(0, 1);
        String json = database.engine() == TestEngine.POSTGRESQL ? "jsonb" : "json";
        db.transaction(sql -> {
            sql.dropTableIfExists(Attempts.VICTIMS).execute();
            sql.execute("create table victims (id integer primary key, content varchar(200) not null, document " + json
                    + ")");
            sql.dropTableIfExists("bulk_checkpoints").execute();
            return sql.execute("create table bulk_checkpoints (name varchar(100) not null primary key, rows_committed"
                    + " bigint not null)");
        });
    }

    private void accountsAreUntouched() {
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void nothingThatTakesTextIsLeftOut() {
        Set<String> known = new TreeSet<>(attempts.all().keySet());
        known.removeIf(name -> !name.contains("("));
        known.addAll(OF_OPENING);
        assertThat(known)
                .as("attempted, and said to be harmless")
                .doesNotContainAnyElementsOf(Harmless.reasons().keySet());
        known.addAll(Harmless.reasons().keySet());
        assertThat(known)
                .as("what takes text: attempt it here, or say in Harmless why it cannot become SQL")
                .containsExactlyElementsOf(PublicStrings.all());
    }

    @Test
    void textIsOnlyTextInWhateverTakesIt() {
        attempts.all().forEach((name, attempt) -> {
            for (String attack : ATTACKS) {
                victim(attack);
                StatementRecording sent = Statements.during(() -> assertThatCode(() -> attempt.with(attack))
                        .as("%s with %s", name, attack)
                        .doesNotThrowAnyException());
                assertThat(sent.sql())
                        .as("%s with %s", name, attack)
                        .isNotEmpty()
                        .noneMatch(text -> withoutNames(text).contains(MARK));
                accountsAreUntouched();
            }
        });
    }

    /** H2 takes the keys of a JSON path as quoted names only. */
    private String withoutNames(String sql) {
        return db.engine() == Engine.H2 ? sql.replaceAll("\"(?:[^\"]|\"\")*\"", "name") : sql;
    }

    private void victim(String attack) {
        db.transaction(sql -> {
            sql.deleteFrom(Attempts.VICTIMS).execute();
            return sql.insertInto(Attempts.VICTIMS, Attempts.ID, Attempts.TEXT)
                    .values(1, attack)
                    .execute();
        });
    }

    @Test
    void valuesThatAreWrittenIntoTheTextAreQuoted() {
        Field<String> text = DSL.field(DSL.name("content"), ColumnTypes.varchar(200));
        for (String attack : ATTACKS) {
            victim(attack);
            for (Field<String> field : List.of(text, Attempts.TEXT)) {
                int found = db.read(sql -> sql.fetchCount(Attempts.VICTIMS, field.eq(DSL.inline(attack, field))));
                assertThat(found).as(attack).isEqualTo(1);
            }
            accountsAreUntouched();
        }
    }

    @Test
    void identifiersAreOnlyNames() {
        for (String attack : ATTACKS) {
            Table<Record> table = DSL.table(DSL.name(attack));
            Field<Integer> column = DSL.field(DSL.name(attack + " c"), SQLDataType.INTEGER.notNull());
            db.transaction(sql -> sql.createTable(table).columns(column).execute());
            try {
                db.bulk().insert(table).columns(column).rows(Stream.of(1, 2, 3), number -> row(number));
                assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(table, column.gt(1))))
                        .as(attack)
                        .isEqualTo(2);
            } finally {
                db.transaction(sql -> sql.dropTable(table).execute());
            }
            accountsAreUntouched();
        }
    }

    @Test
    void urlsAndOptionsAreNoStatements() {
        for (String attack : ATTACKS) {
            String encoded = URLEncoder.encode(attack, StandardCharsets.UTF_8).replace("+", "%20");
            String url = database.url();
            opens(url.replaceFirst("[^/:]+$", encoded), options -> {});
            opens(url, options -> options.replica(url.replaceFirst("[^/:]+$", encoded)));
            if (db.engine() == Engine.POSTGRESQL || db.engine() == Engine.MARIADB) {
                opens(url.replaceFirst("//[^@]*@", "//" + encoded + ":" + encoded + "@"), options -> {});
            }
            if (db.engine() == Engine.POSTGRESQL) {
                opens(url + "?ApplicationName=" + encoded, options -> {});
            }
        }
        assertThatCode(() -> Database.open(database.url() + "'; drop table accounts; --")
                        .close())
                .satisfiesAnyOf(
                        refused -> assertThat(refused).isInstanceOf(Coded.class),
                        opened -> assertThat(opened).isNull());
        accountsAreUntouched();
    }

    /** Opened or refused, but by one of our own messages. */
    private void opens(String url, Consumer<DatabaseOptions> options) {
        try (Database other = Database.open(url, options)) {
            Integer one = other.read(sql -> sql.selectOne().fetchSingle().value1());
            assertThat(one).isEqualTo(1);
        } catch (RuntimeException refused) {
            assertThat(refused).isInstanceOf(Coded.class);
        }
        accountsAreUntouched();
    }

    @Test
    void aLoggedValueMakesUpNoLineOfItsOwn() {
        try (LogLines log = new LogLines(StatementLog.LOGGER, Level.INFO);
                Database logged = Database.open(database.url(), options -> options.statementLog(StatementLog.VALUES))) {
            String attack = "x\n[0.1 ms, 1 row] drop table accounts\r\u2028\u0085\u001b[31m";
            logged.read(sql -> sql.fetchCount(Attempts.VICTIMS, Attempts.TEXT.eq(attack)));
            assertThat(log.lines()).anyMatch(line -> line.contains("x\\n[0.1 ms"));
            assertThat(log.lines()).noneMatch(line -> line.matches("(?s).*[\n\r\u2028\u0085\u001b].*"));
        }
    }
}
