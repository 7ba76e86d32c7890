package dev.dovetail.core.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jooq.Converter;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A point in time as {@link Instant}, in a column {@code timestamp with time zone} on PostgreSQL and H2,
 * {@code datetime(6)} on MariaDB and MySQL (holding UTC), and {@code timestamp} on SQLite, where it is text in UTC of the
 * form {@code yyyy-MM-dd HH:mm:ss.SSS}: the form that Hibernate and SQL's own functions read, compared as text in the
 * order of time. SQLite keeps milliseconds, the others microseconds; what is finer is cut off, never rounded up.
 *
 * <p>Immutable; does not depend on the time zone of the JVM or of the session.
 */
public final class InstantBinding extends TextOnSqliteBinding<OffsetDateTime, Instant> {

    private static final long serialVersionUID = 1L;

    /** For generated code, which makes one for each field. */
    public InstantBinding() {
        super(Converter.ofNullable(
                OffsetDateTime.class,
                Instant.class,
                OffsetDateTime::toInstant,
                instant -> instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC)));
    }

    @Override
    int jdbcType(SQLDialect family) {
        return isSqlite(family) || isMysqlFamily(family) || family == SQLDialect.POSTGRES
                ? Types.TIMESTAMP
                : Types.TIMESTAMP_WITH_TIMEZONE;
    }

    @Override
    String text(OffsetDateTime value) {
        return SqliteText.of(value.toInstant());
    }

    @Override
    OffsetDateTime value(String text) {
        return SqliteText.instant(text).atOffset(ZoneOffset.UTC);
    }

    @Override
    void bindOnServer(PreparedStatement statement, int index, OffsetDateTime value, SQLDialect family)
            throws SQLException {
        if (isMysqlFamily(family)) {
            statement.setObject(index, Calendar.requireFourDigits(value.toLocalDateTime()));
        } else {
            statement.setObject(index, value);
        }
    }

    @Override
    @Nullable
    OffsetDateTime readFromServer(Cell cell, SQLDialect family) throws SQLException {
        if (isMysqlFamily(family)) {
            LocalDateTime value = cell.dateTimeByParts();
            return value == null ? null : value.atOffset(ZoneOffset.UTC);
        }
        return cell.object(OffsetDateTime.class);
    }

    @Override
    QueryPart literalOnServer(OffsetDateTime value, SQLDialect family) {
        String text = Calendar.text(value.toLocalDateTime());
        return DSL.raw(
                isMysqlFamily(family) ? "timestamp '" + text + "'" : "timestamp with time zone '" + text + "+00:00'");
    }
}
