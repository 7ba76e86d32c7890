package dev.dovetail.core.type;

import dev.dovetail.core.error.ValueNotKeptException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jooq.Converter;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Text of any length that comes back as it was: half of a surrogate pair, for which drivers write a question mark, is
 * refused, and so is the character U+0000 on PostgreSQL, which has none.
 *
 * <p>Immutable.
 */
public final class TextBinding extends EngineBinding<String, String> {

    private static final long serialVersionUID = 1L;

    /** For generated code, which makes one for each field. */
    public TextBinding() {
        super(Converter.ofNullable(String.class, String.class, value -> value, TextBinding::requireUnicode));
    }

    @Override
    int jdbcType(SQLDialect family) {
        return Types.VARCHAR;
    }

    @Override
    void bind(PreparedStatement statement, int index, String value, SQLDialect family) throws SQLException {
        statement.setString(index, requireStorable(value, family));
    }

    @Override
    @Nullable
    String read(Cell cell, SQLDialect family) throws SQLException {
        return cell.text();
    }

    @Override
    QueryPart literal(String value, SQLDialect family) {
        return DSL.inline(requireStorable(value, family));
    }

    private static String requireStorable(String value, SQLDialect family) {
        int zero = family == SQLDialect.POSTGRES ? value.indexOf('\0') : -1;
        if (zero >= 0) {
            throw refused(zero, "PostgreSQL", "there is the character U+0000, which PostgreSQL's text has not");
        }
        return value;
    }

    private static String requireUnicode(String value) {
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            if (Character.getType(value.codePointAt(i)) == Character.SURROGATE) {
                throw refused(i, "every engine", "there is half of a surrogate pair, which is no character");
            }
        }
        return value;
    }

    /** Shows no more of the text than where the fault is: it may be a secret. */
    private static ValueNotKeptException refused(int index, String engine, String reason) {
        return new ValueNotKeptException(
                "text",
                "(a text, at index " + index + ")",
                engine,
                reason,
                "cut text between characters (String.offsetByCodePoints), and store what is not text as bytes",
                null);
    }
}
