package dev.dovetail.databases;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static Selection select(String property) {
        return Selection.of(
                property, engine -> engine == MARIADB ? Optional.of("no mariadbd is installed") : Optional.empty());
    }

    @Test
    void withoutThePropertyRunsOnAllThatCanBeStarted() {
        for (String nothing : new String[] {null, "", " "}) {
            assertThat(select(nothing).engines()).containsExactly(SQLITE, POSTGRESQL, H2);
            assertThat(select(nothing).leftOut()).containsEntry(MARIADB, "no mariadbd is installed");
        }
    }

    @Test
    void runsOnWhatThePropertyNamesEvenIfItIsMissing() {
        Selection selection = select("MariaDB, sqlite");

        assertThat(selection.engines()).containsExactly(SQLITE, MARIADB);
        assertThat(selection.leftOut())
                .containsEntry(H2, "not named by -Ddovetail.test.databases=MariaDB, sqlite")
                .containsOnlyKeys(POSTGRESQL, H2);
    }

    @Test
    void refusesANameThatIsNoEngine() {
        assertThatThrownBy(() -> select("sqlite,oracle"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"oracle\"")
                .hasMessageContaining("sqlite, postgresql, h2, mariadb");
    }
}
