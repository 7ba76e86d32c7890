package dev.dovetail.migrations.diff;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.EnumType;
import dev.dovetail.migrations.catalog.Index;
import dev.dovetail.migrations.catalog.Sequence;
import dev.dovetail.migrations.catalog.Table;
import java.util.Objects;

/** One difference between two schemas, and what makes the one into the other. Immutable. */
public sealed interface Operation {

    /** One line for people: {@code added column users.email varchar(100)}. */
    String describe();

    /** Whether data is lost without a word from the engine. */
    default boolean losesData() {
        return false;
    }

    /** A table that was not there. */
    record AddTable(Table table) implements Operation {
        @Override
        public String describe() {
            return "added table " + table.name() + " (" + String.join(", ", table.columnNames()) + ")";
        }
    }

    /** A table that is no more. */
    record DropTable(Table table) implements Operation {
        @Override
        public String describe() {
            return "removed table " + table.name();
        }

        @Override
        public boolean losesData() {
            return true;
        }
    }

    /** A table with another comment, or with other options behind its columns. */
    record ChangeTable(Table before, Table after) implements Operation {
        @Override
        public String describe() {
            return "changed table " + after.name() + ": "
                    + (before.options().equals(after.options())
                            ? "comment " + Descriptions.change(before.comment(), after.comment())
                            : Descriptions.change(before.options(), after.options()));
        }
    }

    /** A column that was not there. */
    record AddColumn(String table, Column column) implements Operation {
        @Override
        public String describe() {
            return "added column " + table + "." + column.name() + " " + Descriptions.of(column)
                    + (needsValue()
                            ? " (rows that are there need a value: give it a default, or fill it in the script)"
                            : "");
        }

        /** Whether the engine refuses it as soon as there is a row. */
        public boolean needsValue() {
            return !column.nullable()
                    && column.defaultValue() == null
                    && column.identity() == null
                    && column.generated() == null;
        }
    }

    /** A column that is no more. */
    record DropColumn(String table, Column column) implements Operation {
        @Override
        public String describe() {
            return "removed column " + table + "." + column.name() + " " + Descriptions.of(column);
        }

        @Override
        public boolean losesData() {
            return column.generated() == null;
        }
    }

    /** A column with another type, default, nullability, … */
    record ChangeColumn(String table, Column before, Column after) implements Operation {
        @Override
        public String describe() {
            return "changed column " + table + "." + after.name() + ": " + Descriptions.change(before, after);
        }

        @Override
        public boolean losesData() {
            return (before.generated() == null && after.generated() != null)
                    || TypeLoss.between(before.type(), after.type());
        }

        /** Whether values are kept in another way. */
        public boolean changesType() {
            return !before.type().equals(after.type()) || !Objects.equals(before.collation(), after.collation());
        }

        /** Whether it is computed in another way, or was not computed before, or is no more. */
        public boolean changesGeneration() {
            return !Objects.equals(before.generated(), after.generated());
        }
    }

    /** A constraint that was not there. */
    record AddConstraint(String table, Constraint constraint) implements Operation {
        @Override
        public String describe() {
            return "added " + constraint.title() + " on " + table + ": " + constraint.definition();
        }
    }

    /** A constraint that is no more. */
    record DropConstraint(String table, Constraint constraint) implements Operation {
        @Override
        public String describe() {
            return "removed " + constraint.title() + " on " + table + ": " + constraint.definition();
        }
    }

    /** A constraint that says something else. */
    record ChangeConstraint(String table, Constraint before, Constraint after) implements Operation {
        @Override
        public String describe() {
            return "changed " + after.title() + " on " + table + ": "
                    + Descriptions.change(before.definition(), after.definition());
        }
    }

    /** A constraint that says the same under another name. */
    record RenameConstraint(String table, Constraint before, Constraint after) implements Operation {
        @Override
        public String describe() {
            return "renamed " + before.title() + " on " + table + " to " + after.name();
        }
    }

    /** An index that was not there. */
    record AddIndex(String table, Index index) implements Operation {
        @Override
        public String describe() {
            return "added " + index.title() + " on " + table + ": " + index.definition();
        }
    }

    /** An index that is no more. */
    record DropIndex(String table, Index index) implements Operation {
        @Override
        public String describe() {
            return "removed " + index.title() + " on " + table + ": " + index.definition();
        }
    }

    /** An index over something else. */
    record ChangeIndex(String table, Index before, Index after) implements Operation {
        @Override
        public String describe() {
            return "changed " + after.title() + " on " + table + ": "
                    + Descriptions.change(
                            (before.unique() ? "unique " : "") + before.definition(),
                            (after.unique() ? "unique " : "") + after.definition());
        }
    }

    /** An index that is the same under another name. */
    record RenameIndex(String table, Index before, Index after) implements Operation {
        @Override
        public String describe() {
            return "renamed " + before.title() + " on " + table + " to " + after.name();
        }
    }

    /** A sequence that was not there. */
    record AddSequence(Sequence sequence) implements Operation {
        @Override
        public String describe() {
            return "added sequence " + sequence.name();
        }
    }

    /** A sequence that is no more. */
    record DropSequence(Sequence sequence) implements Operation {
        @Override
        public String describe() {
            return "removed sequence " + sequence.name();
        }
    }

    /** A sequence that counts in another way, or goes with another column. */
    record ChangeSequence(Sequence before, Sequence after) implements Operation {
        @Override
        public String describe() {
            return "changed sequence " + after.name() + ": "
                    + Descriptions.change(before.definition(), after.definition());
        }
    }

    /** A type with listed values that was not there. */
    record AddEnum(EnumType type) implements Operation {
        @Override
        public String describe() {
            return "added enum " + type.name() + " (" + String.join(", ", type.values()) + ")";
        }
    }

    /** A type with listed values that is no more. */
    record DropEnum(EnumType type) implements Operation {
        @Override
        public String describe() {
            return "removed enum " + type.name();
        }
    }

    /** A type with other values. */
    record ChangeEnum(EnumType before, EnumType after) implements Operation {
        @Override
        public String describe() {
            return "changed enum " + after.name() + ": "
                    + Descriptions.change(String.join(", ", before.values()), String.join(", ", after.values()));
        }
    }
}
