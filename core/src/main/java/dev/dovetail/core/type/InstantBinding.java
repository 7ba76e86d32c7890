package dev.dovetail.core.type;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A point in time as {@link Instant}, in a column {@code timestamp with time zone} on PostgreSQL and H2,
 * {@code datetime(6)} on MariaDB and MySQL (holding UTC), and {@code timestamp} on SQLite, where it is text in UTC of the
 * form {@code yyyy-MM-dd HH:mm:ss.SSS}: the form that Hibernate and SQL's own functions read, compared as text in the
 * order of time. SQLite keeps milliseconds and drops what is finer; the others keep microseconds.
 *
 * <p>Immutable; does not depend on the time zone of the JVM or of the session.
 */
public final class InstantBinding implements Binding<OffsetDateTime, Instant> {

    private static final long serialVersionUID = 1L;
    private static final Converter<OffsetDateTime, Instant> CONVERTER = Converter.ofNullable(
            OffsetDateTime.class,
            Instant.class,
            OffsetDateTime::toInstant,
            instant -> instant.atOffset(ZoneOffset.UTC));

    /** For generated code, which makes one for each field. */
    public InstantBinding() {}

    @Override
    public Converter<OffsetDateTime, Instant> converter() {
        return CONVERTER;
    }

    @Override
    public void sql(BindingSQLContext<Instant> context) {
        if (context.render().paramType() != ParamType.INLINED) {
            context.render().sql(context.variable());
            return;
        }
        Instant value = context.value();
        if (value == null) {
            context.render().sql("null");
            return;
        }
        String text = InstantText.format(value, isSqlite(context.family()) ? 3 : 6);
        context.render()
                .visit(
                        switch (storage(context.family())) {
                            case TEXT -> DSL.inline(text);
                            case LOCAL -> DSL.raw("timestamp '" + text + "'");
                            case OFFSET -> DSL.raw("timestamp with time zone '" + text + "+00:00'");
                        });
    }

    @Override
    public void register(BindingRegisterContext<Instant> context) throws SQLException {
        int type = switch (storage(context.family())) {
            case TEXT -> Types.VARCHAR;
            case LOCAL -> Types.TIMESTAMP;
            case OFFSET -> Types.TIMESTAMP_WITH_TIMEZONE;
        };
        context.statement().registerOutParameter(context.index(), type);
    }

    @Override
    public void set(BindingSetStatementContext<Instant> context) throws SQLException {
        Instant value = context.value();
        Storage storage = storage(context.family());
        if (value == null) {
            context.statement()
                    .setNull(
                            context.index(),
                            storage == Storage.OFFSET && context.family() != SQLDialect.POSTGRES
                                    ? Types.TIMESTAMP_WITH_TIMEZONE
                                    : Types.TIMESTAMP);
            return;
        }
        switch (storage) {
            case TEXT -> context.statement().setString(context.index(), InstantText.format(value, 3));
            case LOCAL ->
                context.statement().setObject(context.index(), LocalDateTime.ofInstant(value, ZoneOffset.UTC));
            case OFFSET -> context.statement().setObject(context.index(), value.atOffset(ZoneOffset.UTC));
        }
    }

    @Override
    public void get(BindingGetResultSetContext<Instant> context) throws SQLException {
        context.value(
                switch (storage(context.family())) {
                    case TEXT -> InstantText.parse(context.resultSet().getString(context.index()));
                    case LOCAL -> utc(context.resultSet().getObject(context.index(), LocalDateTime.class));
                    case OFFSET -> CONVERTER.from(context.resultSet().getObject(context.index(), OffsetDateTime.class));
                });
    }

    @Override
    public void get(BindingGetStatementContext<Instant> context) throws SQLException {
        context.value(
                switch (storage(context.family())) {
                    case TEXT -> InstantText.parse(context.statement().getString(context.index()));
                    case LOCAL -> utc(context.statement().getObject(context.index(), LocalDateTime.class));
                    case OFFSET -> CONVERTER.from(context.statement().getObject(context.index(), OffsetDateTime.class));
                });
    }

    /** None of the engines has these. */
    @Override
    public void set(BindingSetSQLOutputContext<Instant> context) throws SQLException {
        throw new SQLFeatureNotSupportedException("java.sql.SQLOutput");
    }

    @Override
    public void get(BindingGetSQLInputContext<Instant> context) throws SQLException {
        throw new SQLFeatureNotSupportedException("java.sql.SQLInput");
    }

    private static @Nullable Instant utc(@Nullable LocalDateTime value) {
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    private static boolean isSqlite(SQLDialect family) {
        return family == SQLDialect.SQLITE;
    }

    private static Storage storage(SQLDialect family) {
        return switch (family) {
            case SQLITE -> Storage.TEXT;
            case MARIADB, MYSQL -> Storage.LOCAL;
            default -> Storage.OFFSET;
        };
    }

    private enum Storage {
        TEXT,
        LOCAL,
        OFFSET
    }
}
