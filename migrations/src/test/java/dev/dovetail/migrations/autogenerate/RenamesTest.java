package dev.dovetail.migrations.autogenerate;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.error.MigrationError;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which renamings take place. */
class RenamesTest {

    private static final Schema BEFORE = schema(table("users", "id", "name", "nick"), table("roles", "id"));
    private static final Schema AFTER = schema(table("people", "id", "full_name", "nick"), table("roles", "id"));

    private static Table table(String name, String... columns) {
        return new Table(
                name,
                Arrays.stream(columns)
                        .map(column -> new Column(column, "text", true, null, null, null, null, null))
                        .toList(),
                List.of(),
                List.of(),
                null,
                "");
    }

    private static Schema schema(Table... tables) {
        return Schema.of(List.of(tables), List.of(), List.of(), List.of());
    }

    private static List<Rename> asked(String... requests) {
        return Renames.of(Engine.POSTGRESQL, BEFORE, AFTER, List.of(requests), List.of());
    }

    private static List<Rename> said(Rename... renames) {
        return Renames.of(Engine.POSTGRESQL, BEFORE, AFTER, List.of(), List.of(renames));
    }

    @Test
    void columnsAreNamedByTheOldOrTheNewNameOfTheirTable() {
        Rename table = Rename.ofTable("users", "people");
        Rename column = Rename.ofColumn("people", "name", "full_name");
        assertThat(asked("users.name=full_name", "users=people")).containsExactly(table, column);
        assertThat(asked("people.name=full_name", "users=people")).containsExactly(table, column);
    }

    @Test
    void whatIsAskedForMustBePossible() {
        assertFails(MigrationError.BAD_RENAME, () -> asked("users=roles"))
                .hasMessageContaining("there is a table roles already");
        assertFails(MigrationError.BAD_RENAME, () -> asked("users=folks"))
                .hasMessageContaining("the model has no table folks");
        assertFails(MigrationError.BAD_RENAME, () -> asked("users=people", "users.name=nick"))
                .hasMessageContaining("table people has a column nick already");
        assertFails(MigrationError.BAD_RENAME, () -> asked("users=people", "users.name=title"))
                .hasMessageContaining("the model has no column title in table people");
    }

    @Test
    void whatTheModelSaysAndIsDoneAlreadyIsNothing() {
        assertThat(said(Rename.ofTable("users", "people"))).containsExactly(Rename.ofTable("users", "people"));
        assertThat(said(Rename.ofTable("persons", "people"))).isEmpty();
        assertThat(said(Rename.ofTable("users", "roles"))).isEmpty();
        assertThat(said(Rename.ofColumn("roles", "id", "nick"))).isEmpty();
    }
}
