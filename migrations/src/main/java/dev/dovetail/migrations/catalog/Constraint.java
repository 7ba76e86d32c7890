package dev.dovetail.migrations.catalog;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table. Immutable.
 *
 * @param kind what it is
 * @param name its name, or null if it has none
 * @param columns those it is over; empty for a check
 * @param definition what follows its name, in the engine's words
 * @param target the table that a foreign key refers to, otherwise null
 */
public record Constraint(
        Kind kind,
        @Nullable String name,
        List<String> columns,
        String definition,
        @Nullable String target) {

    /** What a constraint can be. */
    public enum Kind {
        /** The primary key. */
        PRIMARY_KEY("primary key"),
        /** No two rows have the same values. */
        UNIQUE("unique"),
        /** An expression that is not false. */
        CHECK("check"),
        /** PostgreSQL's generalisation of unique. */
        EXCLUSION("exclusion"),
        /** A row of another table exists. */
        FOREIGN_KEY("foreign key");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    static final Comparator<Constraint> ORDER = Comparator.comparing(Constraint::kind)
            .thenComparing(constraint -> constraint.name() == null ? "" : constraint.name())
            .thenComparing(Constraint::definition);

    /** Keeps a copy of the columns. */
    public Constraint {
        columns = List.copyOf(columns);
    }

    /** Whether it says the same under whatever name. */
    public boolean meansTheSame(Constraint other) {
        return kind == other.kind && definition.equals(other.definition);
    }

    /** For people: kind and name, or the definition if it has no name. */
    public String title() {
        return name == null ? definition : kind.words() + " " + name;
    }
}
