package dev.dovetail.core.type;

import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jooq.Converter;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A time of day with its fraction: jOOQ's own way goes through {@code java.sql.Time}, which has none. In a column
 * {@code time(6)}; on SQLite it is text of the form {@code HH:mm:ss.SSS}. SQLite keeps milliseconds, the others
 * microseconds; what is finer is cut off, never rounded up.
 *
 * <p>Immutable; does not depend on the time zone of the JVM or of the session.
 */
public final class LocalTimeBinding extends TextOnSqliteBinding<LocalTime, LocalTime> {

    private static final long serialVersionUID = 1L;

    /** For generated code, which makes one for each field. */
    public LocalTimeBinding() {
        super(Converter.ofNullable(
                LocalTime.class, LocalTime.class, value -> value, value -> value.truncatedTo(ChronoUnit.MICROS)));
    }

    @Override
    int jdbcType(SQLDialect family) {
        return Types.TIME;
    }

    @Override
    String text(LocalTime value) {
        return SqliteText.of(value);
    }

    @Override
    LocalTime value(String text) {
        return SqliteText.time(text);
    }

    @Override
    @Nullable
    LocalTime readFromServer(Cell cell, SQLDialect family) throws SQLException {
        return cell.object(LocalTime.class);
    }

    @Override
    QueryPart literalOnServer(LocalTime value, SQLDialect family) {
        return DSL.raw("time '" + Calendar.text(value) + "'");
    }
}
