package dev.dovetail.core.type;

import dev.dovetail.core.error.ValueNotKeptException;
import java.util.regex.Pattern;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** How a document goes into a statement. */
final class JsonText {

    private static final Pattern NUMBER = Pattern.compile("\\s*-?[0-9][-+.eE0-9]*\\s*");
    private static final int EXACT_LENGTH = 15;

    private JsonText() {}

    /** An expression of text as JSON. */
    static String parsed(String text, String postgresqlType, SQLDialect family) {
        return switch (family) {
            case SQLITE -> "json(" + text + ")";
            case POSTGRES -> "cast(" + text + " as " + postgresqlType + ")";
            case H2 -> text + " format json";
            default -> text;
        };
    }

    static QueryPart literal(String document, String postgresqlType, SQLDialect family) {
        // The text itself is jOOQ's to quote.
        String[] around = parsed("{0}", postgresqlType, family).split("\\{0}", -1);
        return DSL.sql(around[0] + "{0}" + around[1], DSL.inline(require(document, family)));
    }

    /** SQLite would take a document that is nothing but a number for a number of its own. */
    static String require(String document, SQLDialect family) {
        if (family == SQLDialect.SQLITE
                && document.length() > EXACT_LENGTH
                && NUMBER.matcher(document).matches()) {
            throw new ValueNotKeptException(
                    "JSON",
                    "(a number of " + document.length() + " characters)",
                    "SQLite",
                    "a document that is nothing but a number becomes a number there, and keeps 15 digits",
                    "put the number into an object or an array",
                    null);
        }
        return document;
    }
}
