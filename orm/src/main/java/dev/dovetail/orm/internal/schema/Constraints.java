package dev.dovetail.orm.internal.schema;

import dev.dovetail.core.error.ConstraintNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/** The constraints and indexes of one table, each with a name. */
final class Constraints {

    /** Names that Hibernate makes up where the mapping gives none. */
    private static final Pattern MADE_UP = Pattern.compile("(?i)(fk|uk|idx|uc)_?[0-9a-z]{20,}");

    private static final Pattern LIMITED = Pattern.compile("(?i)(?:var)?char\\((\\d+)\\)");

    private final Table table;
    private final Dialect dialect;
    private final Metadata metadata;

    Constraints(Table table, Dialect dialect, Metadata metadata) {
        this.table = table;
        this.dialect = dialect;
        this.metadata = metadata;
    }

    /** Those that stand in the statement that makes the table. */
    List<String> inTable() {
        List<String> clauses = new ArrayList<>();
        if (table.hasPrimaryKey()) {
            clauses.add(primaryKey() + list(table.getPrimaryKey().getColumns()));
        }
        clauses.addAll(uniques());
        clauses.addAll(checks());
        return clauses;
    }

    /** For an engine that wants it beside the column which numbers the rows. */
    List<String> inTableWithoutPrimaryKey() {
        List<String> clauses = uniques();
        clauses.addAll(checks());
        return clauses;
    }

    String primaryKey() {
        return constraint(ConstraintNames.primaryKey(table.getName())) + "primary key ";
    }

    private List<String> uniques() {
        List<String> clauses = new ArrayList<>();
        Set<List<Column>> known = new HashSet<>();
        for (UniqueKey key : table.getUniqueKeys().values()) {
            if (known.add(key.getColumns())) {
                clauses.add(unique(key.getName(), key.getColumns()));
            }
        }
        for (Column column : table.getColumns()) {
            if (column.isUnique() && !table.isPrimaryKey(column) && known.add(List.of(column))) {
                clauses.add(unique(column.getUniqueKeyName(), List.of(column)));
            }
        }
        return clauses;
    }

    private String unique(@Nullable String given, List<Column> columns) {
        return constraint(name(given, ConstraintNames.unique(table.getName(), names(columns))))
                + "unique "
                + list(columns);
    }

    private List<String> checks() {
        List<String> clauses = new ArrayList<>();
        for (Column column : table.getColumns()) {
            addChecks(clauses, column.getName(), column.getCheckConstraints());
        }
        addChecks(clauses, "rule", table.getChecks());
        return clauses;
    }

    private void addChecks(List<String> clauses, String subject, Collection<CheckConstraint> checks) {
        int number = 0;
        for (CheckConstraint check : checks) {
            number++;
            String name = ConstraintNames.check(table.getName(), number == 1 ? subject : subject + "_" + number);
            clauses.add(constraint(name(check.getName(), name)) + "check " + check.getConstraintInParens());
        }
    }

    /** For an engine that does not limit the length of texts. */
    List<String> lengths() {
        List<String> clauses = new ArrayList<>();
        for (Column column : table.getColumns()) {
            Matcher limited = LIMITED.matcher(column.getSqlType(metadata));
            if (limited.matches()) {
                clauses.add(constraint(ConstraintNames.check(table.getName(), column.getName() + "_length"))
                        + "check (length(" + column.getQuotedName(dialect) + ") <= " + limited.group(1) + ")");
            }
        }
        return clauses;
    }

    /** The foreign keys, by their names. */
    List<NamedKey> foreignKeys() {
        List<NamedKey> keys = new ArrayList<>();
        for (ForeignKey key : table.getForeignKeyCollection()) {
            if (key.isCreationEnabled() && key.isPhysicalConstraint()) {
                String name = name(key.getName(), ConstraintNames.foreignKey(table.getName(), names(key.getColumns())));
                keys.add(new NamedKey(name, key.getReferencedTable(), constraint(name) + clause(key)));
            }
        }
        return keys;
    }

    private String clause(ForeignKey key) {
        List<Column> referenced = key.isReferenceToPrimaryKey()
                ? key.getReferencedTable().getPrimaryKey().getColumns()
                : key.getReferencedColumns();
        OnDeleteAction action = key.getOnDeleteAction();
        return "foreign key " + list(key.getColumns()) + " references "
                + key.getReferencedTable().getQuotedName(dialect) + " " + list(referenced)
                + (action == null || action == OnDeleteAction.NO_ACTION ? "" : " on delete " + action.toSqlString());
    }

    /** The statements that make its indexes. */
    List<String> indexes() {
        List<String> statements = new ArrayList<>();
        for (Index index : table.getIndexes().values()) {
            List<Selectable> parts = index.getSelectables();
            List<String> texts =
                    parts.stream().map(part -> part.getText(dialect)).toList();
            String name = name(index.getName(), ConstraintNames.index(table.getName(), texts));
            statements.add("create index " + dialect.quote(name) + " on " + table.getQuotedName(dialect) + " ("
                    + parts.stream().map(part -> ordered(part, index)).collect(Collectors.joining(", ")) + ")");
        }
        return statements;
    }

    private String ordered(Selectable part, Index index) {
        String text = part instanceof Column column ? column.getQuotedName(dialect) : part.getText(dialect);
        String order = index.getSelectableOrderMap().get(part);
        return order == null ? text : text + " " + order;
    }

    private String constraint(String name) {
        return "constraint " + dialect.quote(name) + " ";
    }

    private static String name(@Nullable String given, String byConvention) {
        return given == null || given.isBlank() || MADE_UP.matcher(given).matches() ? byConvention : given;
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::getName).toList();
    }

    private String list(List<Column> columns) {
        return columns.stream()
                .map(column -> column.getQuotedName(dialect))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * A foreign key.
     *
     * @param clause with its name
     */
    record NamedKey(String name, Table target, String clause) {}
}
