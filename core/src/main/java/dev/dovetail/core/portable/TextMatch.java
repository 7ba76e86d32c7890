package dev.dovetail.core.portable;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.UnsupportedOnEngineException;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;

/**
 * Conditions that look for text, with the same result on every engine and in every collation. {@code LIKE} cannot do that:
 * whether it minds case differs, SQLite's {@code lower} knows ASCII only, and PostgreSQL's depends on the locale of the
 * database.
 *
 * <p>Nothing in the text is a wildcard; {@code %}, {@code _} and backslashes are themselves. Where case is ignored, two
 * characters are the same if {@link String#equalsIgnoreCase} finds so: é is É, ß is ẞ but not ss, and i is I, İ and ı.
 * Accents count: é is not e, nor is it e with a combining accent. On null the conditions are null.
 *
 * <p>They read every row, like {@code LIKE '%…%'} does; on PostgreSQL an index of pg_trgm serves them. To find by an index
 * without regard to case, store {@link #folded} text in a column of its own and compare that. All methods are thread-safe.
 */
public final class TextMatch {

    /** More would exceed what SQLite and PostgreSQL take as a pattern. */
    private static final int MAX_CHARACTERS = 1_000;

    private TextMatch() {}

    /** Whether the text stands somewhere in the field. An empty one stands in every field that is not null. */
    public static Condition contains(Field<String> field, String text) {
        return match(field, text, false, false, false);
    }

    /** Like {@link #contains}, without regard to case. */
    public static Condition containsIgnoringCase(Field<String> field, String text) {
        return match(field, text, true, false, false);
    }

    /** Whether the field starts with the text. */
    public static Condition startsWith(Field<String> field, String text) {
        return match(field, text, false, true, false);
    }

    /** Like {@link #startsWith}, without regard to case. */
    public static Condition startsWithIgnoringCase(Field<String> field, String text) {
        return match(field, text, true, true, false);
    }

    /** Whether the field ends with the text. */
    public static Condition endsWith(Field<String> field, String text) {
        return match(field, text, false, false, true);
    }

    /** Like {@link #endsWith}, without regard to case. */
    public static Condition endsWithIgnoringCase(Field<String> field, String text) {
        return match(field, text, true, false, true);
    }

    /** Whether the field is the text, also where the engine's own = ignores case or trailing spaces. */
    public static Condition equalTo(Field<String> field, String text) {
        return match(field, text, false, true, true);
    }

    /** Like {@link #equalTo}, without regard to case. */
    public static Condition equalToIgnoringCase(Field<String> field, String text) {
        return match(field, text, true, true, true);
    }

    /** The text with each character as the one that stands for all its cases; equal for texts that are equal without regard to case. */
    public static String folded(String text) {
        return text.codePoints()
                .map(CaseVariants::fold)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Condition match(
            Field<String> field, String text, boolean ignoringCase, boolean fromStart, boolean toEnd) {
        Objects.requireNonNull(field, "field");
        if (text.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException(
                    "A text to look for has at most " + MAX_CHARACTERS + " characters, got " + text.length());
        }
        TextPattern pattern = new TextPattern(text, ignoringCase, fromStart, toEnd);
        boolean always = text.isEmpty() && !(fromStart && toEnd);
        return CustomCondition.of(context -> {
            Template template = switch (context.family()) {
                case SQLITE -> Template.of("({0} glob {1})", field, DSL.val(pattern.glob()));
                // Also what toString shows.
                case POSTGRES, DEFAULT -> Template.of("({0} ~ {1})", field, DSL.val(pattern.regex("^", "$")));
                case H2 -> Template.of("({0} regexp {1})", field, DSL.val(pattern.regex("\\A", "\\z")));
                case MARIADB ->
                    Template.of(
                            "(convert({0} using utf8mb4) collate utf8mb4_bin regexp {1})",
                            field, DSL.val(pattern.regex("\\A", "\\z")));
                case MYSQL ->
                    Template.of(
                            "regexp_like(convert({0} using utf8mb4) collate utf8mb4_bin, {1}, 'c')",
                            field, DSL.val(pattern.regex("\\A", "\\z")));
                default -> throw unknown(context.family().getName(), "TextMatch");
            };
            // An empty pattern is an error in some regular expressions.
            (always ? Template.of("({0} = {0})", field) : template).render(context);
        });
    }

    static UnsupportedOnEngineException unknown(String engine, String what) {
        return new UnsupportedOnEngineException(
                new Explanation(
                        CoreError.UNSUPPORTED_ON_ENGINE,
                        what + " does not know how to say it to " + engine + ".",
                        "the statement is rendered for an engine that Dovetail does not know",
                        "run it with the context of a Database, or render it for one of its engines"),
                null);
    }
}
