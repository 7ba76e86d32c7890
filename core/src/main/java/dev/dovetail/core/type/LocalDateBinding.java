package dev.dovetail.core.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.jooq.Converter;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A date, exactly as it was given: jOOQ's own way goes through {@code java.sql.Date}, whose calendar has no days between
 * 4 and 15 October 1582. In a column {@code date}; on SQLite it is text of the form {@code yyyy-MM-dd}. SQLite, MariaDB
 * and MySQL keep the years 1 to 9999, and others are refused there.
 *
 * <p>Immutable; does not depend on the time zone of the JVM or of the session.
 */
public final class LocalDateBinding extends EngineBinding<LocalDate, LocalDate> {

    private static final long serialVersionUID = 1L;

    /** For generated code, which makes one for each field. */
    public LocalDateBinding() {
        super(Converter.ofNullable(LocalDate.class, LocalDate.class, value -> value, value -> value));
    }

    @Override
    int jdbcType(SQLDialect family) {
        return Types.DATE;
    }

    @Override
    void bind(PreparedStatement statement, int index, LocalDate value, SQLDialect family) throws SQLException {
        if (isSqlite(family)) {
            statement.setString(index, SqliteText.of(value));
        } else {
            statement.setObject(index, isMysqlFamily(family) ? Calendar.requireFourDigits(value) : value);
        }
    }

    @Override
    @Nullable
    LocalDate read(Cell cell, SQLDialect family) throws SQLException {
        if (!isSqlite(family)) {
            return cell.object(LocalDate.class);
        }
        String text = cell.text();
        return text == null ? null : SqliteText.date(text);
    }

    @Override
    QueryPart literal(LocalDate value, SQLDialect family) {
        return isSqlite(family)
                ? DSL.inline(SqliteText.of(value))
                : DSL.raw("date '" + Calendar.requireFourDigits(value) + "'");
    }
}
