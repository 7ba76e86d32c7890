package dev.dovetail.core.internal.jdbc;

import java.util.regex.Pattern;

/**
 * Whether the expression of a CHECK says no more than that a text is not too long. One that also wants a shortest length
 * may have failed because of that.
 */
final class LengthCheck {

    private static final String LENGTH =
            "(?:char_|character_|octet_)?length\\s*\\(\\s*[\"`\\[]?[\\w $]+[\"`\\]]?\\s*\\)";
    private static final String NULL_OR = "(?:[\"`\\[]?[\\w $]+[\"`\\]]?\\s+is\\s+null\\s+or\\s+)?";
    private static final Pattern UPPER_BOUND =
            Pattern.compile("(?i)\\s*\\(?\\s*" + NULL_OR + "(?:" + LENGTH + "\\s*<=?\\s*\\d+|\\d+\\s*>=?\\s*" + LENGTH
                    + "|" + LENGTH + "\\s+between\\s+0\\s+and\\s+\\d+)\\s*\\)?\\s*");

    private LengthCheck() {}

    static boolean is(String expression) {
        return UPPER_BOUND.matcher(expression).matches();
    }
}
