package dev.dovetail.core.type;

import java.sql.PreparedStatement;
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
public final class LocalTimeBinding extends EngineBinding<LocalTime, LocalTime> {

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
    void bind(PreparedStatement statement, int index, LocalTime value, SQLDialect family) throws SQLException {
        if (isSqlite(family)) {
            statement.setString(index, SqliteText.of(value));
        } else {
            statement.setObject(index, value);
        }
    }

    @Override
    @Nullable
    LocalTime read(Cell cell, SQLDialect family) throws SQLException {
        if (!isSqlite(family)) {
            return cell.object(LocalTime.class);
        }
        String text = cell.text();
        return text == null ? null : SqliteText.time(text);
    }

    @Override
    QueryPart literal(LocalTime value, SQLDialect family) {
        return isSqlite(family) ? DSL.inline(SqliteText.of(value)) : DSL.raw("time '" + Calendar.text(value) + "'");
    }
}
