package dev.dovetail.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.error.DatabaseUrlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteSettingsTest {

    @TempDir
    private Path folder;

    private String url(String name) {
        return "sqlite:///" + folder.resolve(name).toString().replace('\\', '/');
    }

    private static String pragma(Database db, String name) {
        return db.transaction(sql -> String.valueOf(sql.fetchValue("pragma " + name)));
    }

    private static String readPragma(Database db, String name) {
        return db.read(sql -> String.valueOf(sql.fetchValue("pragma " + name)));
    }

    @Test
    void isSetUpForSafetyAndSpeed() {
        try (Database db = Database.open(url("shop.db"))) {
            assertThat(pragma(db, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(db, "synchronous")).isEqualTo("1");
            assertThat(pragma(db, "journal_size_limit")).isEqualTo("67108864");
            for (String name : new String[] {"foreign_keys", "busy_timeout", "temp_store", "cache_size"}) {
                String expected = switch (name) {
                    case "foreign_keys" -> "1";
                    case "busy_timeout" -> "30000";
                    case "temp_store" -> "0";
                    default -> "-16384";
                };
                assertThat(pragma(db, name)).as(name).isEqualTo(expected);
                assertThat(readPragma(db, name)).as(name).isEqualTo(expected);
            }
        }
    }

    @Test
    void whatTheUrlSaysWins() {
        try (Database db = Database.open(url("shop.db") + "?synchronous=FULL&cache_size=-100&busy_timeout=7")) {
            assertThat(pragma(db, "synchronous")).isEqualTo("2");
            assertThat(pragma(db, "cache_size")).isEqualTo("-100");
            assertThat(readPragma(db, "busy_timeout")).isEqualTo("7");
            assertThat(pragma(db, "journal_mode")).isEqualTo("wal");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?mode=ro", "?cache=shared&synchronous=OFF", "?synchronous", "?synchronous=", "?uri=true"})
    void anUnknownParameterIsNamedAndMakesNoFile(String parameters) throws IOException {
        String name = parameters.substring(1).split("[=&]")[0];
        assertThatThrownBy(() -> Database.open(url("shop.db") + parameters))
                .isInstanceOf(DatabaseUrlException.class)
                .hasMessageContaining("without a value: " + name + ".");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aPathMayHaveSpacesAndLettersOfAnyScript() {
        for (String name : new String[] {"my shop.db", "größe 日本.db", "a@b#c.db", "50%+1.db", "it's \"x\".db"}) {
            String encoded = name.replace("%", "%25").replace(" ", "%20");
            try (Database db = Database.open(url(encoded))) {
                db.transaction(sql -> sql.execute("create table t (id integer)"));
            }
            assertThat(folder.resolve(name)).as(name).exists();
        }
    }

    @Test
    void aRelativePathIsRelative() {
        Path here = Path.of("").toAbsolutePath();
        Path relative = here.relativize(folder.toAbsolutePath().resolve("relative.db"));
        try (Database db = Database.open("sqlite:///" + relative.toString().replace('\\', '/'))) {
            assertThat(db.pool().max()).isEqualTo(10);
        }
        assertThat(folder.resolve("relative.db")).exists();
    }

    @Test
    void aFileUriTakesTheParametersOfSqliteItself() {
        try (Database db = Database.open(url("shop.db"))) {
            db.transaction(sql -> sql.execute("create table t (id integer)"));
        }
        Path file = folder.resolve("shop.db");
        try (Database db = Database.open("jdbc:sqlite:file:" + file + "?immutable=0")) {
            db.transaction(sql -> sql.execute("insert into t values (1)"));
        }
        assertThat(folder.toFile().list()).allMatch(name -> name.startsWith("shop.db"));
    }

    @Test
    void aMissingFolderIsExplained() {
        assertThatThrownBy(() -> Database.open(url("no/such/shop.db")))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("the folder does not exist")
                .hasMessageContaining("DVT-103");
    }

    @Test
    void aFileThatIsNoDatabaseIsExplained() throws IOException {
        Files.writeString(folder.resolve("letter.db"), "Dear friend, this is not a database. ".repeat(100));
        assertThatThrownBy(() -> Database.open(url("letter.db")))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("not a SQLite database");
    }
}
