package dev.dovetail.repository.language;

import org.jspecify.annotations.Nullable;

/** A query that follows the grammar, of which is not known yet what its names mean. Immutable. */
public final class QueryText {

    private final Syntax.Statement syntax;

    private QueryText(Syntax.Statement syntax) {
        this.syntax = syntax;
    }

    /**
     * Reads a query.
     *
     * @throws BrokenQueryException if it does not follow the grammar
     */
    public static QueryText parse(String text) {
        return new QueryText(StatementParser.parse(text));
    }

    /** What it does. */
    public QueryStatement.Kind kind() {
        return syntax.kind();
    }

    /** Whether it selects {@code count(this)}. */
    public boolean counts() {
        return syntax.counts();
    }

    /** The name of the entity; null if the query leaves it out. */
    public @Nullable String entity() {
        Syntax.From from = syntax.from();
        return from == null ? null : from.entity();
    }

    /** Where the name of the entity stands; 0 if it is left out. */
    public int entityPosition() {
        Syntax.From from = syntax.from();
        return from == null ? 0 : from.position();
    }

    /**
     * Finds out what the names in it mean.
     *
     * @throws BrokenQueryException with all that does not fit the entity or the parameters
     */
    public QueryStatement resolve(QueryScope scope) {
        return new StatementResolver(scope, syntax).resolve();
    }
}
