package dev.dovetail.repository.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a condition.
 *
 * @param kind what it is
 * @param text as it stands there; of quoted names and of text without the quotes
 * @param position where it begins
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        WORD,
        QUOTED,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    private static final Pattern PIECE = Pattern.compile("\\s*(?:(?<word>[A-Za-z_][A-Za-z0-9_$]*)"
            + "|\"(?<quoted>[^\"]+)\"|`(?<ticked>[^`]+)`"
            + "|(?<number>\\d+(?:\\.\\d+)?)"
            + "|'(?<text>(?:[^']|'')*)'"
            + "|(?<sign><>|!=|<=|>=|[-+*=<>(),]))");

    /** The pieces, with one at the end that stands for it. */
    static List<Token> all(String condition) throws CheckSyntaxException {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = PIECE.matcher(condition);
        int at = 0;
        while (at < condition.stripTrailing().length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new CheckSyntaxException("'" + condition.substring(at).strip() + "' at position " + at);
            }
            tokens.add(of(matcher));
            at = matcher.end();
        }
        tokens.add(new Token(Kind.END, "the end", at));
        return tokens;
    }

    private static Token of(Matcher matcher) {
        for (String group : List.of("word", "quoted", "ticked", "number", "text", "sign")) {
            String found = matcher.group(group);
            if (found != null) {
                Kind kind = switch (group) {
                    case "word" -> Kind.WORD;
                    case "quoted", "ticked" -> Kind.QUOTED;
                    case "number" -> Kind.NUMBER;
                    case "text" -> Kind.TEXT;
                    default -> Kind.SIGN;
                };
                return new Token(kind, kind == Kind.TEXT ? found.replace("''", "'") : found, matcher.start(group));
            }
        }
        throw new IllegalStateException(matcher.pattern().pattern());
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
