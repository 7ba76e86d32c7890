package dev.dovetail.migrations.autogenerate;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.EnumType;
import dev.dovetail.migrations.catalog.Index;
import dev.dovetail.migrations.catalog.OtherObject;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Sequence;
import dev.dovetail.migrations.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a migration should lead: the model, and of what is there everything that the model cannot speak of.
 *
 * @param schema what should be afterwards
 * @param notes what is kept though the model does not have it
 */
record Goal(Schema schema, List<String> notes) {

    private static final Pattern BEYOND_ENTITIES = Pattern.compile(
            "(?i) (on update \\w+( \\w+)??|not deferrable|deferrable|initially \\w+)(?= on | not | deferrable| initially |$)");

    static Goal of(Schema before, Schema target, boolean complete, Set<String> kept) {
        List<String> notes = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (Table table : target.tables().values()) {
            Table old = before.table(table.name());
            tables.add(complete || old == null ? table : keeping(old, table, notes));
        }
        for (Table table : before.tables().values()) {
            if (target.table(table.name()) == null && kept.contains(table.name())) {
                tables.add(table);
                notes.add("kept table " + table.name() + ", as asked");
            }
        }
        List<Sequence> sequences = new ArrayList<>(target.sequences().values());
        List<EnumType> enums = new ArrayList<>(target.enums().values());
        for (Sequence sequence : before.sequences().values()) {
            boolean stays = sequence.owner() == null ? !complete : belongsToKept(sequence.owner(), kept);
            if (!target.sequences().containsKey(sequence.name()) && stays) {
                sequences.add(sequence);
                notes.add("kept sequence " + sequence.name() + ": the model does not know it");
            }
        }
        for (EnumType type : before.enums().values()) {
            boolean stays = isUsed(type, tables)
                    || (!complete && !isUsed(type, before.tables().values()));
            if (!target.enums().containsKey(type.name()) && stays) {
                enums.add(type);
                notes.add("kept enum " + type.name() + ": the model does not know it");
            }
        }
        for (OtherObject other : before.others()) {
            notes.add("kept " + other.title() + ": a model of tables does not speak of such things");
        }
        for (OtherObject other : target.others()) {
            if (before.others().stream().noneMatch(known -> known.title().equals(other.title()))) {
                notes.add("not written: " + other.title() + " of the model; write it into a script of its own");
            }
        }
        return new Goal(Schema.of(tables, sequences, enums, before.others()), List.copyOf(notes));
    }

    private static boolean belongsToKept(String owner, Set<String> kept) {
        return kept.stream().anyMatch(table -> owner.replace("\"", "").startsWith(table + "."));
    }

    private static boolean isUsed(EnumType type, Iterable<Table> tables) {
        for (Table table : tables) {
            for (Column column : table.columns()) {
                String name = column.type().replace("\"", "");
                if (name.equals(type.name()) || name.equals(type.name() + "[]")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Table keeping(Table old, Table model, List<String> notes) {
        List<Index> indexes = new ArrayList<>(model.indexes());
        for (Index index : old.indexes()) {
            boolean possible = index.columns().stream()
                    .allMatch(column -> model.column(column).isPresent());
            boolean known = model.indexes().stream()
                    .anyMatch(other -> other.name().equals(index.name()) || other.meansTheSame(index));
            if (!index.plain() && possible && !known) {
                indexes.add(index);
                notes.add("kept " + index.title() + " on " + old.name() + ": entities cannot ask for "
                        + index.definition());
            }
        }
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : model.constraints()) {
            constraints.add(keeping(old, constraint, notes));
        }
        for (Constraint constraint : old.constraints(Kind.EXCLUSION)) {
            constraints.add(constraint);
            notes.add("kept " + constraint.title() + " on " + old.name() + ": entities cannot ask for it");
        }
        List<Column> columns = model.columns().stream()
                .map(column -> keeping(old.column(column.name()), column))
                .toList();
        return new Table(
                model.name(),
                columns,
                constraints,
                indexes,
                model.comment() == null ? old.comment() : model.comment(),
                model.options().isEmpty() ? old.options() : model.options());
    }

    /** A foreign key that differs only in what an entity cannot say stays as it is. */
    private static Constraint keeping(Table old, Constraint constraint, List<String> notes) {
        if (constraint.kind() != Kind.FOREIGN_KEY) {
            return constraint;
        }
        Optional<Constraint> same = old.constraints(Kind.FOREIGN_KEY).stream()
                .filter(key -> Objects.equals(key.name(), constraint.name()))
                .filter(key -> !key.definition().equals(constraint.definition())
                        && plain(key.definition()).equals(plain(constraint.definition())))
                .findFirst();
        same.ifPresent(key -> notes.add("kept " + key.title() + " on " + old.name()
                + " as it is: entities cannot ask for " + key.definition()));
        return same.orElse(constraint);
    }

    private static String plain(String definition) {
        return BEYOND_ENTITIES.matcher(definition).replaceAll("");
    }

    private static Column keeping(Optional<Column> old, Column column) {
        @Nullable String comment = old.map(Column::comment).orElse(null);
        @Nullable String collation = old.map(Column::collation).orElse(null);
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                column.defaultValue(),
                column.identity(),
                column.generated(),
                column.collation() == null ? collation : column.collation(),
                column.comment() == null ? comment : column.comment());
    }
}
