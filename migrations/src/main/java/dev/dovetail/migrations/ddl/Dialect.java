package dev.dovetail.migrations.ddl;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.EnumType;
import dev.dovetail.migrations.catalog.Index;
import dev.dovetail.migrations.catalog.Sequence;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Operation.ChangeColumn;
import dev.dovetail.migrations.diff.Operation.ChangeTable;
import dev.dovetail.migrations.diff.SchemaChange;
import java.util.List;
import java.util.stream.Collectors;

/** How an engine that can alter tables writes single steps. */
abstract class Dialect {

    String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    final String list(List<String> names) {
        return names.stream().map(this::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    final String alter(String table) {
        return "alter table " + quote(table) + " ";
    }

    /** Name, type and everything that stands behind it. */
    abstract String definition(Column column);

    /** What stands in the statement that makes a table, beside the columns. */
    final String clause(Constraint constraint) {
        String name = constraint.name();
        return (name == null ? "" : "constraint " + quote(name) + " ") + constraint.definition();
    }

    /** Statements behind the one that makes a table: comments. */
    abstract List<String> comments(Table table);

    abstract List<String> change(ChangeColumn change);

    abstract List<String> change(ChangeTable change);

    /** Behind the statement that adds a column. */
    abstract List<String> comment(String table, Column column);

    String drop(String table, Constraint constraint) {
        return alter(table) + "drop constraint " + quote(String.valueOf(constraint.name()));
    }

    List<String> rename(String table, Constraint before, Constraint after) {
        return List.of(alter(table) + "rename constraint " + quote(String.valueOf(before.name())) + " to "
                + quote(String.valueOf(after.name())));
    }

    String create(String table, Index index) {
        return "create " + (index.unique() ? "unique " : "") + "index " + quote(index.name()) + " on " + quote(table)
                + " " + index.definition();
    }

    String drop(String table, Index index) {
        return "drop index " + quote(index.name());
    }

    String rename(String table, Index before, Index after) {
        return "alter index " + quote(before.name()) + " rename to " + quote(after.name());
    }

    String renameTable(String from, String to) {
        return alter(from) + "rename to " + quote(to);
    }

    String renameColumn(String table, String from, String to) {
        return alter(table) + "rename column " + quote(from) + " to " + quote(to);
    }

    String create(Sequence sequence) {
        return "create sequence " + quote(sequence.name()) + " " + sequence.definition();
    }

    abstract List<String> change(Sequence before, Sequence after);

    /** Statements that tie a sequence to its column. */
    List<String> own(Sequence sequence) {
        return List.of();
    }

    List<String> create(EnumType type) {
        throw new IllegalStateException("This engine has no enum types of their own: " + type.name());
    }

    /** Statements that give a type its new values. */
    List<String> change(EnumType before, EnumType after, SchemaChange whole) {
        throw new IllegalStateException("This engine has no enum types of their own: " + after.name());
    }

    /** Whether columns of the type are rewritten when its values change. */
    boolean rewrites(EnumType before, EnumType after, SchemaChange whole) {
        return false;
    }

    /** Whether a column is dropped and added again to change how it is computed. */
    boolean recreatesComputed() {
        return true;
    }
}
