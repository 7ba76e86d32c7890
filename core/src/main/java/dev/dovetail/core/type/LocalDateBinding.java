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
public final class LocalDateBinding extends TextOnSqliteBinding<LocalDate, LocalDate> {

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
    String text(LocalDate value) {
        return SqliteText.of(value);
    }

    @Override
    LocalDate value(String text) {
        return SqliteText.date(text);
    }

    @Override
    void bindOnServer(PreparedStatement statement, int index, LocalDate value, SQLDialect family) throws SQLException {
        statement.setObject(index, isMysqlFamily(family) ? Calendar.requireFourDigits(value) : value);
    }

    @Override
    @Nullable
    LocalDate readFromServer(Cell cell, SQLDialect family) throws SQLException {
        return cell.object(LocalDate.class);
    }

    @Override
    QueryPart literalOnServer(LocalDate value, SQLDialect family) {
        return DSL.raw("date '" + Calendar.requireFourDigits(value) + "'");
    }
}
