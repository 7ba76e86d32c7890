package dev.dovetail.core.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jooq.Converter;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A date and time without zone, exactly as it was given: jOOQ's own way goes through {@code java.sql.Timestamp}, which
 * moves times that the JVM's zone skips. In a column {@code timestamp} on PostgreSQL, H2 and SQLite (where it is text of
 * the form {@code yyyy-MM-dd HH:mm:ss.SSS}), {@code datetime(6)} on MariaDB and MySQL. SQLite keeps milliseconds, the
 * others microseconds; what is finer is cut off, never rounded up.
 *
 * <p>Immutable; does not depend on the time zone of the JVM or of the session.
 */
public final class LocalDateTimeBinding extends TextOnSqliteBinding<LocalDateTime, LocalDateTime> {

    private static final long serialVersionUID = 1L;

    /** For generated code, which makes one for each field. */
    public LocalDateTimeBinding() {
        super(Converter.ofNullable(
                LocalDateTime.class,
                LocalDateTime.class,
                value -> value,
                value -> value.truncatedTo(ChronoUnit.MICROS)));
    }

    @Override
    int jdbcType(SQLDialect family) {
        return Types.TIMESTAMP;
    }

    @Override
    String text(LocalDateTime value) {
        return SqliteText.of(value);
    }

    @Override
    LocalDateTime value(String text) {
        return SqliteText.dateTime(text);
    }

    @Override
    void bindOnServer(PreparedStatement statement, int index, LocalDateTime value, SQLDialect family)
            throws SQLException {
        statement.setObject(index, isMysqlFamily(family) ? Calendar.requireFourDigits(value) : value);
    }

    @Override
    @Nullable
    LocalDateTime readFromServer(Cell cell, SQLDialect family) throws SQLException {
        return isMysqlFamily(family) ? cell.dateTimeByParts() : cell.object(LocalDateTime.class);
    }

    @Override
    QueryPart literalOnServer(LocalDateTime value, SQLDialect family) {
        return DSL.raw("timestamp '" + Calendar.text(value) + "'");
    }
}
