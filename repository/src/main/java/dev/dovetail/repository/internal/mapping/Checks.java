package dev.dovetail.repository.internal.mapping;

import dev.dovetail.core.error.ConstraintNames;
import dev.dovetail.repository.internal.check.CheckParser;
import dev.dovetail.repository.internal.check.CheckSyntaxException;
import dev.dovetail.repository.internal.check.CheckedColumn;
import dev.dovetail.repository.internal.check.CheckedColumn.Kind;
import dev.dovetail.repository.internal.store.CheckConstraint;
import dev.dovetail.repository.internal.store.TableDefinition;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the checks of one table while its entity is read. */
final class Checks {

    private final Class<?> entity;
    private final MappingFaults faults;
    private final Map<Integer, Kind> kinds = new HashMap<>();
    private final List<Declared> declared = new ArrayList<>();

    Checks(Class<?> entity, MappingFaults faults) {
        this.entity = entity;
        this.faults = faults;
    }

    /** Tells what a column holds, and reads the checks at its attribute. */
    void column(int slot, Class<?> type, Accessor accessor, jakarta.persistence.@Nullable Column column) {
        AnnotatedElement annotations = accessor.annotations();
        Enumerated enumerated = annotations.getAnnotation(Enumerated.class);
        kinds.put(slot, Kind.of(type, enumerated != null && enumerated.value() == EnumType.STRING));
        if (column != null) {
            for (jakarta.persistence.CheckConstraint check : column.check()) {
                declared.add(new Declared(check.name(), slot, accessor.name(), check.constraint()));
            }
        }
        addHibernates(annotations, slot, accessor.name());
    }

    /** Reads the checks at the class. */
    void table(Class<?> type) {
        jakarta.persistence.Table table = type.getAnnotation(jakarta.persistence.Table.class);
        if (table != null) {
            for (jakarta.persistence.CheckConstraint check : table.check()) {
                declared.add(new Declared(check.name(), null, null, check.constraint()));
            }
        }
        addHibernates(type, null, null);
    }

    private void addHibernates(AnnotatedElement annotations, @Nullable Integer slot, @Nullable String attribute) {
        NamedAnnotation check = NamedAnnotation.find(annotations, "org.hibernate.annotations.Check");
        if (check != null) {
            declared.add(new Declared(check.text("name"), slot, attribute, check.text("constraints")));
        }
    }

    /**
     * The table with these checks, too.
     *
     * @param name the table in which a database keeps them
     */
    TableDefinition on(TableDefinition table, String name) {
        List<CheckedColumn> columns = new ArrayList<>();
        for (int slot = 0; slot < table.columns().size(); slot++) {
            columns.add(
                    new CheckedColumn(table.columns().get(slot).name(), slot, kinds.getOrDefault(slot, Kind.OTHER)));
        }
        Map<String, Integer> numbers = new HashMap<>();
        List<CheckConstraint> checks = new ArrayList<>();
        for (Declared check : declared) {
            String subject = check.slot() == null
                    ? "rule"
                    : table.columns().get(check.slot()).name();
            int number = numbers.merge(subject, 1, Integer::sum);
            String checkName = check.name().isEmpty()
                    ? ConstraintNames.check(name, number == 1 ? subject : subject + "_" + number)
                    : check.name();
            try {
                checks.add(CheckParser.parse(checkName, check.condition(), columns));
            } catch (CheckSyntaxException notUnderstood) {
                String suggestion = "write it with columns, numbers, texts, + - *, length, comparisons, between, in, is"
                        + " null, and, or, not";
                String problem =
                        "the check '" + check.condition() + "' is not understood: " + notUnderstood.getMessage();
                if (check.attribute() == null) {
                    faults.add(entity, problem, suggestion);
                } else {
                    faults.add(entity, check.attribute(), problem, suggestion);
                }
            }
        }
        return checks.isEmpty() ? table : table.with(checks);
    }

    /**
     * A check as it is declared.
     *
     * @param name empty for that of the convention
     * @param slot the position of the column at which it stands; null if it stands at the class
     * @param attribute the attribute at which it stands, or null
     */
    private record Declared(
            String name, @Nullable Integer slot, @Nullable String attribute, String condition) {}
}
