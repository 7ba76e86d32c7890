package dev.dovetail.migrations.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.Index;
import dev.dovetail.migrations.catalog.Table;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that no script could bring through are known before they are tried. */
class WayOfRowsTest {

    private static final Column ID = column("id", false, null);
    private static final Column BOSS = column("boss", true, "7");

    private static Column column(String name, boolean nullable, @Nullable String value) {
        return new Column(name, "bigint", nullable, value, null, null, null, null);
    }

    private static Table table(List<Column> columns, Constraint... constraints) {
        return new Table("people", columns, List.of(constraints), List.of(), null, "");
    }

    private static Constraint reference(String... columns) {
        return new Constraint(Kind.FOREIGN_KEY, "fk", List.of(columns), "foreign key …", "people");
    }

    private static Constraint unique(String... columns) {
        return new Constraint(Kind.UNIQUE, "uq", List.of(columns), "unique …", null);
    }

    @Test
    void aDefaultOfANewReferenceLeadsToNoRow() {
        Table after = table(List.of(ID, BOSS), reference("boss"));
        assertThat(WayOfRows.obstacle(after, Set.of("id")))
                .hasValue("the default of the new column boss refers to a row that is not there");
        assertThat(WayOfRows.obstacle(after, Set.of("id", "boss"))).isEmpty();
    }

    @Test
    void aNewReferenceThatStaysNullLeadsNowhere() {
        assertThat(WayOfRows.obstacle(table(List.of(ID, column("boss", true, null)), reference("boss")), Set.of("id")))
                .isEmpty();
        assertThat(WayOfRows.obstacle(
                        table(List.of(ID, BOSS, column("firm", true, null)), reference("boss", "firm")), Set.of("id")))
                .isEmpty();
    }

    @Test
    void aRemovedReferenceHasItsDefaultOnTheWayBack() {
        assertThat(WayOfRows.obstacleBack(
                        table(List.of(ID, BOSS), reference("boss")), table(List.of(ID)), column -> column))
                .hasValue("the removed column boss refers to a row that is not there on the way back, by its default");
    }

    @Test
    void aUniqueColumnWithOneDefaultTakesOneRow() {
        assertThat(WayOfRows.obstacle(table(List.of(ID, BOSS), unique("boss")), Set.of("id")))
                .hasValue("the new column boss is unique, and its default is the same for all rows");
        assertThat(WayOfRows.obstacle(table(List.of(ID, BOSS), unique("id", "boss")), Set.of("id")))
                .isEmpty();
        Table indexed = new Table(
                "people",
                List.of(ID, BOSS),
                List.of(),
                List.of(new Index("ux", true, List.of("boss"), "(boss)", true)),
                null,
                "");
        assertThat(WayOfRows.obstacleBack(indexed, table(List.of(ID)), column -> column))
                .hasValue("the removed column boss is unique, and has one value on the way back");
    }

    @Test
    void aRemovedColumnThatNeedsAValueHasNoneOnTheWayBack() {
        Column name = column("name", false, null);
        assertThat(WayOfRows.obstacleBack(table(List.of(ID, name)), table(List.of(ID)), column -> column))
                .hasValue("the removed column name needs a value on the way back");
        assertThat(WayOfRows.obstacleBack(
                        table(List.of(ID, name)),
                        table(List.of(ID, column("title", false, null))),
                        column -> column.equals("name") ? "title" : column))
                .isEmpty();
    }
}
