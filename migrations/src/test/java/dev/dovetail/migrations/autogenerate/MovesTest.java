package dev.dovetail.migrations.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.Index;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Table;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is on an old column stays as long as the column does, if it can. */
class MovesTest {

    private static final Column ID = column("id");
    private static final MovedColumn MOVED = new MovedColumn("t", column("name"), column("title"), "title");

    private static Column column(String name) {
        return new Column(name, "text", true, null, null, null, null, null);
    }

    private static Constraint unique(String... columns) {
        return new Constraint(
                Kind.UNIQUE,
                "uq_" + String.join("_", columns),
                List.of(columns),
                "unique (" + String.join(", ", columns) + ")",
                null);
    }

    private static Index index(String name, String definition) {
        return new Index(name, false, List.of("name"), definition, false);
    }

    private static Schema schema(List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
        return Schema.of(
                List.of(new Table("t", columns, constraints, indexes, null, "")), List.of(), List.of(), List.of());
    }

    @Test
    void whatIsAlsoOnAColumnThatGoesAtOnceGoesWithIt() {
        Index kept = index("ix_kept", "(name) where name is not null");
        Index gone = index("ix_gone", "(name) where age is not null");
        Schema start = schema(
                List.of(ID, column("name"), column("age")),
                List.of(unique("name"), unique("id", "name"), unique("name", "age")),
                List.of(kept, gone));
        Schema goal = schema(List.of(ID, column("title")), List.of(), List.of());

        Table both =
                Objects.requireNonNull(Moves.both(start, goal, List.of(MOVED)).table("t"));

        assertThat(both.columnNames()).containsExactlyInAnyOrder("id", "name", "title");
        assertThat(both.constraints()).containsExactlyInAnyOrder(unique("name"), unique("id", "name"));
        assertThat(both.indexes()).containsExactly(kept);
    }

    @Test
    void whatIsOnTwoColumnsThatBothMoveStays() {
        MovedColumn age = new MovedColumn("t", column("age"), column("years"), "years");
        Schema start = schema(List.of(ID, column("name"), column("age")), List.of(unique("name", "age")), List.of());
        Schema goal = schema(List.of(ID, column("title"), column("years")), List.of(), List.of());

        Table both = Objects.requireNonNull(
                Moves.both(start, goal, List.of(MOVED, age)).table("t"));

        assertThat(both.constraints()).containsExactly(unique("name", "age"));
    }
}
