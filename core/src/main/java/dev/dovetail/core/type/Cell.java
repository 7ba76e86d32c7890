package dev.dovetail.core.type;

import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** One value that a statement returns, before it is read. */
interface Cell {

    @Nullable
    String text() throws SQLException;

    /** In the driver's own type for it. */
    @Nullable
    Object object() throws SQLException;

    <X> @Nullable X object(Class<X> type) throws SQLException;

    /** A date and time as it is stored: the driver of MariaDB moves one that the JVM's zone skips, but not its parts. */
    default @Nullable LocalDateTime dateTimeByParts() throws SQLException {
        LocalDate date = object(LocalDate.class);
        LocalTime time = date == null ? null : object(LocalTime.class);
        return time == null ? null : LocalDateTime.of(date, time);
    }

    /** The declared type of its column, or an empty text where that is not known. */
    String declaredType() throws SQLException;

    static Cell of(ResultSet rows, int index) {
        return new Cell() {
            @Override
            public @Nullable String text() throws SQLException {
                return rows.getString(index);
            }

            @Override
            public @Nullable Object object() throws SQLException {
                return rows.getObject(index);
            }

            @Override
            public <X> @Nullable X object(Class<X> type) throws SQLException {
                return rows.getObject(index, type);
            }

            @Override
            public String declaredType() throws SQLException {
                return rows.getMetaData().getColumnTypeName(index);
            }
        };
    }

    static Cell of(CallableStatement call, int index) {
        return new Cell() {
            @Override
            public @Nullable String text() throws SQLException {
                return call.getString(index);
            }

            @Override
            public @Nullable Object object() throws SQLException {
                return call.getObject(index);
            }

            @Override
            public <X> @Nullable X object(Class<X> type) throws SQLException {
                return call.getObject(index, type);
            }

            @Override
            public String declaredType() {
                return "";
            }
        };
    }
}
