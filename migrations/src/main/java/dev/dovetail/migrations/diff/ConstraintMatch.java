package dev.dovetail.migrations.diff;

import dev.dovetail.migrations.catalog.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds for each constraint of a table the one that it was: the same, or of the same name, or of the same meaning. */
final class ConstraintMatch {

    private final String table;
    private final List<Constraint> before;
    private final List<Constraint> after;

    ConstraintMatch(String table, List<Constraint> before, List<Constraint> after) {
        this.table = table;
        this.before = new ArrayList<>(before);
        this.after = new ArrayList<>(after);
        List<Constraint> same = new ArrayList<>(this.after);
        same.removeIf(constraint -> !this.before.remove(constraint));
        same.forEach(this.after::remove);
    }

    void addTo(List<Operation> found) {
        for (Constraint constraint : List.copyOf(after)) {
            Optional<Constraint> renamed =
                    before.stream().filter(constraint::meansTheSame).findFirst();
            if (renamed.isPresent()) {
                found.add(new Operation.RenameConstraint(table, renamed.get(), constraint));
                before.remove(renamed.get());
                after.remove(constraint);
            }
        }
        for (Constraint constraint : after) {
            Optional<Constraint> changed = before.stream()
                    .filter(old -> old.kind() == constraint.kind()
                            && old.name() != null
                            && Objects.equals(old.name(), constraint.name()))
                    .findFirst();
            if (changed.isPresent()) {
                found.add(new Operation.ChangeConstraint(table, changed.get(), constraint));
                before.remove(changed.get());
            } else {
                found.add(new Operation.AddConstraint(table, constraint));
            }
        }
        before.forEach(constraint -> found.add(new Operation.DropConstraint(table, constraint)));
    }
}
