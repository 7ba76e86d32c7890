package dev.dovetail.migrations.ddl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types that only hold more than others, in the same form. */
final class LongerTypes {

    private static final Pattern TEXT = Pattern.compile("(?:varchar|character varying)(?:\\((\\d+)\\))?|text");
    private static final Pattern DECIMAL = Pattern.compile("(?:numeric|decimal)\\((\\d+)(?:, ?(\\d+))?\\)");

    private LongerTypes() {}

    static boolean holds(String before, String after) {
        return isLongerText(before, after) || isLongerDecimal(before, after);
    }

    private static boolean isLongerText(String before, String after) {
        Matcher from = TEXT.matcher(before);
        Matcher to = TEXT.matcher(after);
        return from.matches() && to.matches() && length(to) >= length(from);
    }

    private static int length(Matcher text) {
        return text.group(1) == null ? Integer.MAX_VALUE : Integer.parseInt(text.group(1));
    }

    private static boolean isLongerDecimal(String before, String after) {
        Matcher from = DECIMAL.matcher(before);
        Matcher to = DECIMAL.matcher(after);
        return from.matches()
                && to.matches()
                && String.valueOf(from.group(2)).equals(String.valueOf(to.group(2)))
                && Integer.parseInt(to.group(1)) >= Integer.parseInt(from.group(1));
    }
}
