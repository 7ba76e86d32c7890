package dev.dovetail.migrations.ddl;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Column.Generated;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.EnumType;
import dev.dovetail.migrations.catalog.Index;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Operation.ChangeColumn;
import dev.dovetail.migrations.diff.Operation.ChangeEnum;
import dev.dovetail.migrations.diff.SchemaChange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose values are kept in another way afterwards. What depends on them and stays as it is has to be taken down
 * and made again: an engine would refuse the change, or understand the old expression with the old type.
 */
final class Touched {

    /** By table: columns that get another type. */
    private final Map<String, Set<String>> retyped = new HashMap<>();
    /** By table: columns that are dropped and added again. */
    private final Map<String, Set<String>> recreated = new HashMap<>();

    Touched(SchemaChange change, Dialect dialect) {
        for (ChangeColumn column : change.all(ChangeColumn.class)) {
            if (column.changesType() && column.after().generated() == null) {
                add(retyped, column.table(), column.after().name());
            }
            if (column.after().generated() != null || column.changesGeneration()) {
                add(recreated, column.table(), column.after().name());
            }
        }
        for (ChangeEnum type : change.all(ChangeEnum.class)) {
            if (dialect.rewrites(type.before(), type.after(), change)) {
                columnsOf(type.after(), change);
            }
        }
        if (dialect.recreatesComputed()) {
            computedFromTouched(change);
        }
    }

    private static void add(Map<String, Set<String>> columns, String table, String column) {
        columns.computeIfAbsent(table, name -> new HashSet<>()).add(column);
    }

    private void columnsOf(EnumType type, SchemaChange change) {
        for (Table table : change.after().tables().values()) {
            for (Column column : table.columns()) {
                if (EnumColumns.isOf(column, type)) {
                    add(retyped, table.name(), column.name());
                }
            }
        }
    }

    private void computedFromTouched(SchemaChange change) {
        for (Table table : change.after().tables().values()) {
            Table before = change.before().table(table.name());
            if (before != null) {
                for (Column column : table.columns()) {
                    Generated generated = column.generated();
                    if (generated != null
                            && before.column(column.name()).isPresent()
                            && mentionsAny(generated.expression(), retyped.get(table.name()))) {
                        add(recreated, table.name(), column.name());
                    }
                }
            }
        }
    }

    boolean isRecreated(String table, String column) {
        return recreated.getOrDefault(table, Set.of()).contains(column);
    }

    Set<String> recreated(String table) {
        return recreated.getOrDefault(table, Set.of());
    }

    /** Whether a constraint must be made again, being one of this table. */
    boolean affects(String table, Constraint constraint) {
        Set<String> dropped = recreated(table);
        return switch (constraint.kind()) {
            case PRIMARY_KEY, UNIQUE -> constraint.columns().stream().anyMatch(dropped::contains);
            case CHECK, EXCLUSION ->
                mentionsAny(constraint.definition(), retyped.get(table))
                        || mentionsAny(constraint.definition(), dropped);
            case FOREIGN_KEY -> isAny(constraint, retyped, table) || isAny(constraint, recreated, table);
        };
    }

    private static boolean isAny(Constraint key, Map<String, Set<String>> columns, String table) {
        Set<String> own = columns.getOrDefault(table, Set.of());
        return key.columns().stream().anyMatch(own::contains)
                || mentionsAny(key.definition(), columns.get(String.valueOf(key.target())));
    }

    boolean affects(String table, Index index) {
        return index.columns().stream().anyMatch(recreated(table)::contains)
                || (!index.plain()
                        && (mentionsAny(index.definition(), retyped.get(table))
                                || mentionsAny(index.definition(), recreated(table))));
    }

    private static boolean mentionsAny(String text, @Nullable Set<String> columns) {
        return columns != null && columns.stream().anyMatch(column -> Mentions.in(text, column));
    }
}
