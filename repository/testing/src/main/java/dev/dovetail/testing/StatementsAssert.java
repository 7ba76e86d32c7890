package dev.dovetail.testing;

import dev.dovetail.core.statement.RecordedStatement;
import dev.dovetail.core.statement.StatementKind;
import dev.dovetail.core.statement.StatementRecording;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on recorded statements. When one fails, it shows them all, numbered, each with its line of code; those that
 * it is about are marked.
 */
public final class StatementsAssert extends AbstractAssert<StatementsAssert, StatementRecording> {

    StatementsAssert(StatementRecording actual) {
        super(actual, StatementsAssert.class);
    }

    /** That exactly so many statements were sent. */
    public StatementsAssert hasCount(int expected) {
        if (actual.count() != expected) {
            throw failed("Expected %s, but %s sent:", number(expected), were(actual.count()));
        }
        return this;
    }

    /** That at the most so many statements were sent. */
    public StatementsAssert hasCountAtMost(int limit) {
        if (actual.count() > limit) {
            throw failed("Expected at most %s, but %s sent:", number(limit), were(actual.count()));
        }
        return this;
    }

    /** That none was sent. */
    public StatementsAssert areNone() {
        return hasCount(0);
    }

    /** That only queries were sent. */
    public StatementsAssert areOnlyQueries() {
        return none("queries only", "are not", statement -> statement.kind() != StatementKind.SELECT);
    }

    /** That nothing was sent that writes, or that may write as far as its text shows ({@code call}, {@code set}, …). */
    public StatementsAssert hasNoWrites() {
        return none("no writes", "write", RecordedStatement::writes);
    }

    /** That nothing failed. */
    public StatementsAssert noneFailed() {
        return none("no failures", "failed", statement -> statement.failure() != null);
    }

    /** That exactly so many statements of a kind were sent. */
    public StatementsAssert hasCount(StatementKind kind, int expected) {
        return exactly("of kind " + kind, statement -> statement.kind() == kind, expected);
    }

    /** That exactly so many queries were sent. */
    public StatementsAssert selects(int expected) {
        return hasCount(StatementKind.SELECT, expected);
    }

    /** That exactly so many inserts were sent; a batch is one, and {@code COPY} is none. */
    public StatementsAssert inserts(int expected) {
        return hasCount(StatementKind.INSERT, expected);
    }

    /** That exactly so many updates were sent; a batch is one. */
    public StatementsAssert updates(int expected) {
        return hasCount(StatementKind.UPDATE, expected);
    }

    /** That exactly so many deletes were sent; a batch is one. */
    public StatementsAssert deletes(int expected) {
        return hasCount(StatementKind.DELETE, expected);
    }

    /** That exactly so many statements name a table, whatever its case and schema. */
    public StatementsAssert touchesTable(String table, int expected) {
        return exactly("naming table " + table, statement -> touches(statement, table), expected);
    }

    /** That at least one statement names a table, whatever its case and schema. */
    public StatementsAssert touchesTable(String table) {
        return some("naming table " + table, statement -> touches(statement, table));
    }

    /** That no statement names a table other than these, whatever its case and schema. */
    public StatementsAssert touchesOnlyTables(String... tables) {
        Set<String> allowed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        allowed.addAll(List.of(tables));
        return none(
                "no tables but " + String.join(", ", tables),
                "name others",
                statement -> !allowed.containsAll(statement.tables()));
    }

    /** That the text of at least one statement contains a text; case and white space do not matter. */
    public StatementsAssert containsSql(String text) {
        return some("containing '" + text + "'", statement -> contains(statement, text));
    }

    /** That no statement's text contains a text; case and white space do not matter. */
    public StatementsAssert doesNotContainSql(String text) {
        return none("no statement containing '" + text + "'", "contain it", statement -> contains(statement, text));
    }

    /** That no text was sent twice, as a loop over entities does that loads something for each. */
    public StatementsAssert noneRepeated() {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (String sql : actual.sql()) {
            if (!seen.add(sql)) {
                repeated.add(sql);
            }
        }
        return none("no statement twice", "are repeated", statement -> repeated.contains(statement.sql()));
    }

    private StatementsAssert exactly(String what, Predicate<RecordedStatement> matching, int expected) {
        long found = actual.statements().stream().filter(matching).count();
        if (found != expected) {
            throw failed(matching, "Expected %s %s, but %s sent:", number(expected), what, were(found));
        }
        return this;
    }

    private StatementsAssert some(String what, Predicate<RecordedStatement> matching) {
        if (actual.statements().stream().noneMatch(matching)) {
            throw failed("Expected a statement %s, but none of %s is one:", what, actual.count());
        }
        return this;
    }

    private StatementsAssert none(String what, String found, Predicate<RecordedStatement> matching) {
        long count = actual.statements().stream().filter(matching).count();
        if (count > 0) {
            throw failed(matching, "Expected %s, but %s of %s %s:", what, count, actual.count(), found);
        }
        return this;
    }

    private AssertionError failed(String fact, Object... arguments) {
        return failed(statement -> false, fact, arguments);
    }

    private AssertionError failed(Predicate<RecordedStatement> marked, String fact, Object... arguments) {
        String message = String.format(Locale.ROOT, fact, arguments) + StatementList.of(actual.statements(), marked);
        return failure("%s", message);
    }

    private static boolean touches(RecordedStatement statement, String table) {
        return statement.tables().stream().anyMatch(table::equalsIgnoreCase);
    }

    private static boolean contains(RecordedStatement statement, String text) {
        return plain(statement.sql()).contains(plain(text));
    }

    private static String plain(String sql) {
        return sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static String number(long statements) {
        return statements == 1 ? "1 statement" : statements + " statements";
    }

    private static String were(long sent) {
        return sent == 1 ? "1 was" : sent + " were";
    }
}
