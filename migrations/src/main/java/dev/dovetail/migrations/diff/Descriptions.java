package dev.dovetail.migrations.diff;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Column.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Words for people. */
final class Descriptions {

    private static final String NOTHING = "none";

    private Descriptions() {}

    static String of(Column column) {
        StringBuilder text = new StringBuilder(column.type());
        if (column.identity() != null) {
            text.append(" identity");
        }
        if (column.defaultValue() != null) {
            text.append(" default ").append(column.defaultValue());
        }
        Generated generated = column.generated();
        if (generated != null) {
            text.append(" as ").append(generated.expression());
        }
        return text.append(column.nullable() ? "" : " not null").toString();
    }

    static String change(Column before, Column after) {
        List<String> changes = new ArrayList<>();
        add(changes, "type", before.type(), after.type());
        add(changes, "", before.nullable() ? "null" : "not null", after.nullable() ? "null" : "not null");
        add(changes, "default", before.defaultValue(), after.defaultValue());
        add(changes, "identity", before.identity(), after.identity());
        add(changes, "computed", text(before.generated()), text(after.generated()));
        add(changes, "collation", before.collation(), after.collation());
        add(changes, "comment", before.comment(), after.comment());
        return String.join(", ", changes);
    }

    private static @Nullable String text(@Nullable Generated generated) {
        return generated == null ? null : generated.expression() + (generated.stored() ? " stored" : " virtual");
    }

    private static void add(List<String> changes, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add((what + " " + change(before, after)).strip());
        }
    }

    static String change(@Nullable String before, @Nullable String after) {
        return shown(before) + " -> " + shown(after);
    }

    private static String shown(@Nullable String text) {
        return text == null || text.isEmpty() ? NOTHING : text;
    }
}
