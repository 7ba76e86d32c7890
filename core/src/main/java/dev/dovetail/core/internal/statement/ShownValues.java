package dev.dovetail.core.internal.statement;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of parameters as they may stand in a log. */
record ShownValues(Predicate<Object> secret) {

    private static final int LONGEST = 80;
    private static final int MOST = 100;

    String show(List<? extends @Nullable Object> values) {
        String shown = values.stream().limit(MOST).map(this::show).collect(Collectors.joining(", ", "[", ""));
        return shown + (values.size() > MOST ? ", … " + values.size() + " values]" : "]");
    }

    /** The first rows of a batch, and how many there are. */
    String show(List<? extends List<? extends @Nullable Object>> first, long rows) {
        String shown = first.stream().map(this::show).collect(Collectors.joining(", "));
        return shown + (rows > first.size() ? ", … " + LogText.rows(rows) : "");
    }

    private String show(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (secret.test(value)) {
            return "***";
        }
        if (value instanceof byte[] bytes) {
            return "<" + bytes.length + " bytes>";
        }
        if (value instanceof Object[] array) {
            return array.length > LONGEST
                    ? "<" + array.length + " elements>"
                    : cut(show(java.util.Arrays.asList(array)));
        }
        if (value instanceof Number || value instanceof Boolean) {
            return LogText.oneLine(cut(value.toString()));
        }
        if (value instanceof java.io.InputStream || value instanceof java.io.Reader) {
            return "<stream>";
        }
        return "'" + LogText.oneLine(cut(value.toString())) + "'";
    }

    private static String cut(String text) {
        return LogText.cut(text, LONGEST);
    }
}
