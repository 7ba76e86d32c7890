package dev.dovetail.orm.internal.schema;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.orm.type.DecimalTextJdbcType;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/**
 * The statements for one table. They are written here and not by Hibernate, whose dialect for SQLite leaves foreign keys
 * and unique constraints out, and who gives names to only some constraints on some engines.
 *
 * @param name the name of the table
 * @param create makes the table with its indexes
 * @param connect adds its foreign keys, where tables may refer to each other before they are there: after all are made
 * @param foreignKeys the names of those
 * @param targets the names of the tables it refers to
 */
record TableStatements(
        String name, List<String> create, List<String> connect, List<String> foreignKeys, List<String> targets) {

    static TableStatements of(Table table, Engine engine, Metadata metadata, SqlStringGenerationContext context) {
        Dialect dialect = metadata.getDatabase().getDialect();
        Constraints constraints = new Constraints(table, dialect, metadata);
        List<String> parts = new ArrayList<>();
        boolean numbered =
                engine == Engine.SQLITE && table.getColumns().stream().anyMatch(Column::isIdentity);
        for (Column column : table.getColumns()) {
            parts.add(
                    numbered && column.isIdentity()
                            ? column.getQuotedName(dialect) + " integer " + constraints.primaryKey() + "autoincrement"
                            : definition(column, dialect, metadata));
        }
        parts.addAll(numbered ? constraints.inTableWithoutPrimaryKey() : constraints.inTable());
        List<String> connect = new ArrayList<>();
        List<Constraints.NamedKey> keys = constraints.foreignKeys();
        String name = table.getQuotedName(dialect);
        if (engine == Engine.SQLITE) {
            parts.addAll(constraints.lengths());
            keys.forEach(key -> parts.add(key.clause()));
        } else {
            keys.forEach(key -> connect.add("alter table " + name + " add " + key.clause()));
        }
        List<String> create = new ArrayList<>();
        create.add("create table " + name + " (" + String.join(", ", parts) + ")" + dialect.getTableTypeString());
        create.addAll(constraints.indexes());
        for (InitCommand command : table.getInitCommands(context)) {
            create.addAll(List.of(command.initCommands()));
        }
        return new TableStatements(
                table.getName(),
                create,
                connect,
                keys.stream().map(Constraints.NamedKey::name).toList(),
                keys.stream().map(key -> key.target().getName()).toList());
    }

    private static String definition(Column column, Dialect dialect, Metadata metadata) {
        StringBuilder text = new StringBuilder(column.getQuotedName(dialect));
        if (column.isIdentity()) {
            if (dialect.getIdentityColumnSupport().hasDataTypeInIdentityColumn()) {
                text.append(' ').append(column.getSqlType(metadata));
            }
            return text.append(' ')
                    .append(dialect.getIdentityColumnSupport().getIdentityColumnString(column.getSqlTypeCode(metadata)))
                    .toString();
        }
        text.append(' ').append(type(column, dialect, metadata));
        if (column.getCollation() != null) {
            text.append(" collate ").append(dialect.quoteCollation(column.getCollation()));
        }
        if (column.getDefaultValue() != null) {
            text.append(" default ").append(column.getDefaultValue());
        }
        if (column.getGeneratedAs() != null) {
            text.append(dialect.generatedAs(column.getGeneratedAs()));
        }
        return text.append(column.isNullable() ? "" : " not null").toString();
    }

    /** Exact decimals would be rounded in a column that SQLite takes for a number. */
    private static String type(Column column, Dialect dialect, Metadata metadata) {
        String type = column.getSqlType(metadata);
        return dialect instanceof SQLiteDialect
                        && column.getValue() instanceof BasicValue value
                        && value.resolve().getJdbcType() instanceof DecimalTextJdbcType
                ? type.replaceFirst("^[a-z]+", "decimal_text")
                : type;
    }
}
