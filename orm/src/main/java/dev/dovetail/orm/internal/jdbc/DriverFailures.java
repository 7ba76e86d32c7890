package dev.dovetail.orm.internal.jdbc;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.sql.SQLException;
import org.hibernate.JDBCException;
import org.hibernate.exception.spi.SQLExceptionConverter;
import org.jspecify.annotations.Nullable;

/**
 * What the driver says becomes the same typed exception as in core, whoever called Hibernate, and dooms the level of
 * the transaction in which it happened.
 */
public final class DriverFailures implements SQLExceptionConverter {

    private static final long serialVersionUID = 1L;
    private static final String NO_SQL = "n/a";

    private final transient DatabaseAccess access;

    /** For the statements on a database. */
    public DriverFailures(DatabaseAccess access) {
        this.access = access;
    }

    @Override
    public JDBCException convert(SQLException failure, @Nullable String message, @Nullable String sql) {
        RuntimeException typed = access.translate(failure, NO_SQL.equals(sql) ? null : sql);
        ActiveTransaction transaction = access.transactions().current();
        if (transaction != null) {
            transaction.doom(typed);
        }
        // Hibernate throws what this returns, so throwing it here is the same, with the exact type.
        throw typed;
    }
}
