package dev.dovetail.migrations.autogenerate;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Operation.AddColumn;
import dev.dovetail.migrations.diff.Operation.AddTable;
import dev.dovetail.migrations.diff.Operation.DropColumn;
import dev.dovetail.migrations.diff.Operation.DropTable;
import dev.dovetail.migrations.diff.SchemaChange;
import java.util.ArrayList;
import java.util.List;

/** What looks like a renaming. It is said, and never done by itself. */
final class Suggestions {

    private Suggestions() {}

    /** Each as the text of a {@code --rename}. */
    static List<String> of(SchemaChange change) {
        List<String> found = new ArrayList<>();
        for (DropTable drop : change.all(DropTable.class)) {
            for (AddTable add : change.all(AddTable.class)) {
                if (alike(drop.table(), add.table())) {
                    found.add(drop.table().name() + "=" + add.table().name());
                }
            }
        }
        for (DropColumn drop : change.all(DropColumn.class)) {
            for (AddColumn add : change.all(AddColumn.class)) {
                if (drop.table().equals(add.table()) && alike(drop.column(), add.column())) {
                    found.add(drop.table() + "." + drop.column().name() + "="
                            + add.column().name());
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean alike(Column one, Column other) {
        return one.type().equals(other.type()) && one.generated() == null && other.generated() == null;
    }

    /** At least half of the columns of both are the same. */
    private static boolean alike(Table one, Table other) {
        long same = one.columns().stream()
                .filter(column -> other.column(column.name())
                        .filter(known -> alike(known, column))
                        .isPresent())
                .count();
        return same * 2 >= Math.max(one.columns().size(), other.columns().size());
    }
}
