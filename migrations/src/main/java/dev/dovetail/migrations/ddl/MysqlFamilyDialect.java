package dev.dovetail.migrations.ddl;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Column.Generated;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Index;
import dev.dovetail.migrations.catalog.Sequence;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Operation.ChangeColumn;
import dev.dovetail.migrations.diff.Operation.ChangeTable;
import java.util.ArrayList;
import java.util.List;

/** MariaDB and MySQL. */
final class MysqlFamilyDialect extends Dialect {

    private final Engine engine;

    MysqlFamilyDialect(Engine engine) {
        this.engine = engine;
    }

    @Override
    String quote(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    String definition(Column column) {
        StringBuilder text = new StringBuilder(quote(column.name())).append(' ').append(column.type());
        if (column.collation() != null) {
            text.append(" collate ").append(column.collation());
        }
        Generated generated = column.generated();
        if (generated != null) {
            text.append(" generated always as (")
                    .append(generated.expression())
                    .append(generated.stored() ? ") stored" : ") virtual");
        }
        if (generated == null) {
            text.append(column.nullable() ? " null" : " not null");
        }
        if (column.defaultValue() != null) {
            text.append(" default ").append(column.defaultValue());
        }
        if (column.identity() != null) {
            text.append(" auto_increment");
        }
        if (column.comment() != null) {
            text.append(" comment ").append(text(column.comment()));
        }
        return text.toString();
    }

    /** A column that numbers the rows must be a key from the beginning; then it is one, whatever comes later. */
    @Override
    List<String> comments(Table table) {
        return table.comment() == null
                ? List.of()
                : List.of(alter(table.name()) + "comment = " + text(table.comment()));
    }

    @Override
    List<String> comment(String table, Column column) {
        return List.of();
    }

    @Override
    List<String> change(ChangeColumn change) {
        List<String> sql = new ArrayList<>();
        Column after = change.after();
        if (change.before().nullable() && !after.nullable() && after.defaultValue() != null) {
            sql.add("update " + quote(change.table()) + " set " + quote(after.name()) + " = " + after.defaultValue()
                    + " where " + quote(after.name()) + " is null");
        }
        sql.add(alter(change.table()) + "modify column " + definition(after));
        return sql;
    }

    @Override
    List<String> change(ChangeTable change) {
        String comment = change.after().comment();
        return List.of(alter(change.after().name()) + "comment = " + text(comment == null ? "" : comment));
    }

    @Override
    String drop(String table, Constraint constraint) {
        return alter(table)
                + switch (constraint.kind()) {
                    case PRIMARY_KEY -> "drop primary key";
                    case FOREIGN_KEY -> dropKey(quote(String.valueOf(constraint.name())));
                    case UNIQUE -> "drop index " + quote(String.valueOf(constraint.name()));
                    case CHECK, EXCLUSION -> "drop constraint " + quote(String.valueOf(constraint.name()));
                };
    }

    /** The engine made an index for the key, unless there was one, and would leave it behind. */
    private String dropKey(String name) {
        return "drop foreign key " + name + (engine == Engine.MARIADB ? ", drop index if exists " + name : "");
    }

    @Override
    List<String> rename(String table, Constraint before, Constraint after) {
        return switch (before.kind()) {
            case UNIQUE ->
                List.of(alter(table) + "rename index " + quote(String.valueOf(before.name())) + " to "
                        + quote(String.valueOf(after.name())));
            case PRIMARY_KEY, FOREIGN_KEY, CHECK, EXCLUSION ->
                List.of(drop(table, before), alter(table) + "add " + clause(after));
        };
    }

    @Override
    String drop(String table, Index index) {
        return alter(table) + "drop index " + quote(index.name());
    }

    @Override
    String rename(String table, Index before, Index after) {
        return alter(table) + "rename index " + quote(before.name()) + " to " + quote(after.name());
    }

    @Override
    String create(String table, Index index) {
        boolean special = !index.definition().startsWith("(");
        String kind =
                special ? index.definition().substring(0, index.definition().indexOf(' ')) + " " : "";
        return "create " + (index.unique() ? "unique " : kind) + "index " + quote(index.name()) + " on " + quote(table)
                + " " + index.definition().substring(index.definition().indexOf('('));
    }

    @Override
    List<String> change(Sequence before, Sequence after) {
        return List.of();
    }
}
