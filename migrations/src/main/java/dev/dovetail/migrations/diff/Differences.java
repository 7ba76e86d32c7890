package dev.dovetail.migrations.diff;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two schemas, thing by thing. */
final class Differences {

    private final Schema before;
    private final Schema after;
    private final List<Operation> found = new ArrayList<>();

    Differences(Schema before, Schema after) {
        this.before = before;
        this.after = after;
    }

    List<Operation> find() {
        byName(
                before.enums(),
                after.enums(),
                Operation.AddEnum::new,
                Operation.DropEnum::new,
                Operation.ChangeEnum::new);
        byName(
                before.sequences(),
                after.sequences(),
                Operation.AddSequence::new,
                Operation.DropSequence::new,
                Operation.ChangeSequence::new);
        for (Table table : after.tables().values()) {
            Table known = before.table(table.name());
            if (known == null) {
                found.add(new Operation.AddTable(table));
            } else {
                compare(known, table);
            }
        }
        for (Table table : before.tables().values()) {
            if (after.table(table.name()) == null) {
                found.add(new Operation.DropTable(table));
            }
        }
        return found;
    }

    private <T> void byName(
            SortedMap<String, T> old,
            SortedMap<String, T> now,
            Function<T, Operation> add,
            Function<T, Operation> drop,
            BiFunction<T, T, Operation> change) {
        now.forEach((name, thing) -> {
            @Nullable T known = old.get(name);
            if (known == null) {
                found.add(add.apply(thing));
            } else if (!known.equals(thing)) {
                found.add(change.apply(known, thing));
            }
        });
        old.forEach((name, thing) -> {
            if (!now.containsKey(name)) {
                found.add(drop.apply(thing));
            }
        });
    }

    private void compare(Table old, Table now) {
        if (!old.options().equals(now.options()) || !Objects.equals(old.comment(), now.comment())) {
            found.add(new Operation.ChangeTable(old, now));
        }
        for (Column column : now.columns()) {
            Optional<Column> known = old.column(column.name());
            if (known.isEmpty()) {
                found.add(new Operation.AddColumn(now.name(), column));
            } else if (!known.get().equals(column)) {
                found.add(new Operation.ChangeColumn(now.name(), known.get(), column));
            }
        }
        for (Column column : old.columns()) {
            if (now.column(column.name()).isEmpty()) {
                found.add(new Operation.DropColumn(now.name(), column));
            }
        }
        new ConstraintMatch(now.name(), old.constraints(), now.constraints()).addTo(found);
        new IndexMatch(now.name(), old.indexes(), now.indexes()).addTo(found);
    }
}
