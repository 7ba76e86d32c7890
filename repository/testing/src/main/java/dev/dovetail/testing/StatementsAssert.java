package dev.dovetail.testing;

import dev.dovetail.core.statement.StatementRecording;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractAssert;

/** Assertions on recorded statements. When one fails, it shows them all. */
public final class StatementsAssert extends AbstractAssert<StatementsAssert, StatementRecording> {

    StatementsAssert(StatementRecording actual) {
        super(actual, StatementsAssert.class);
    }

    /** That exactly so many statements were sent. */
    public StatementsAssert hasCount(int expected) {
        if (actual.count() != expected) {
            throw failure("Expected %s statements, but %s were sent:%s", expected, actual.count(), list());
        }
        return this;
    }

    /** That at the most so many statements were sent. */
    public StatementsAssert hasCountAtMost(int limit) {
        if (actual.count() > limit) {
            throw failure("Expected at most %s statements, but %s were sent:%s", limit, actual.count(), list());
        }
        return this;
    }

    /** That none was sent. */
    public StatementsAssert areNone() {
        return hasCount(0);
    }

    /** That only queries were sent. */
    public StatementsAssert areOnlyQueries() {
        List<String> others =
                actual.statements().stream().filter(sql -> !isQuery(sql)).toList();
        if (!others.isEmpty()) {
            throw failure("Expected queries only, but %s of these are not:%s", others.size(), list());
        }
        return this;
    }

    private static boolean isQuery(String sql) {
        String text = sql.stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("select") || text.startsWith("values") || text.startsWith("with");
    }

    private String list() {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < actual.count(); i++) {
            list.append("\n  ")
                    .append(i + 1)
                    .append(". ")
                    .append(actual.statements().get(i));
        }
        return list.toString();
    }
}
