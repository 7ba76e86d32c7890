package dev.dovetail.core.internal.constraint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.ConstraintViolation;
import dev.dovetail.core.internal.jdbc.ConstraintNote;
import dev.dovetail.core.internal.jdbc.SecretColumns;
import dev.dovetail.core.internal.jdbc.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the failure of a statement what its engine does not say: names and columns from the catalog, values from what was
 * bound. What cannot be found out stays unknown; this never fails. Thread-safe.
 */
public final class ConstraintSearch {

    private final Engine engine;
    private final SqlFailures failures;
    private final SecretColumns secrets;
    private final Supplier<? extends @Nullable Connection> spare;

    /**
     * For the failures of an engine.
     *
     * @param spare another connection, or null if there is none without waiting; asked where a transaction answers nothing
     *     after a failure
     */
    public ConstraintSearch(
            Engine engine,
            SqlFailures failures,
            SecretColumns secrets,
            Supplier<? extends @Nullable Connection> spare) {
        this.engine = engine;
        this.failures = failures;
        this.secrets = secrets;
        this.spare = spare;
    }

    /**
     * Fastens to a failure what can be found out about it, unless that was done before or it is about no constraint.
     *
     * @param rows what was bound, one array for each row of a batch; empty if that is not known
     * @param connection on which it failed
     */
    public void explain(
            SQLException failure, @Nullable String sql, List<@Nullable Object[]> rows, Connection connection) {
        if (ConstraintNote.of(failure) != null
                || !(failures.translate(failure, sql) instanceof ConstraintViolation violation)
                || violation.details().row() != null) {
            return;
        }
        try {
            WrittenColumns written = WrittenColumns.of(engine, sql);
            ConstraintDetails details = explained(failure, violation, sql, written, rows, connection);
            boolean secret = secrets.isIn(details.table())
                    || rows.stream().anyMatch(row -> {
                        for (Object value : row) {
                            if (secrets.isSecret(value)) {
                                return true;
                            }
                        }
                        return false;
                    });
            ConstraintNote.attach(failure, details, secret);
        } catch (SQLException | RuntimeException searching) {
            // What was broken is what matters.
            failure.addSuppressed(searching);
        }
    }

    private ConstraintDetails explained(
            SQLException failure,
            ConstraintViolation violation,
            @Nullable String sql,
            WrittenColumns written,
            List<@Nullable Object[]> rows,
            Connection connection)
            throws SQLException {
        int index = RefusedRows.index(failure);
        if (index < 0 && rows.size() > 1 && sql != null && engine != Engine.POSTGRESQL) {
            index = new BatchAgain(connection, engine == Engine.SQLITE, sql, rows).refused(failure, violation, written);
        }
        RefusedRows refused = new RefusedRows(written, index, rows);
        if (engine != Engine.POSTGRESQL) {
            return new Explained(engine, catalog(connection), secrets, violation, failure, written, refused).details();
        }
        try (SpareCatalog catalog = new SpareCatalog(spare)) {
            return new Explained(engine, catalog, secrets, violation, failure, written, refused).details();
        }
    }

    private Catalog catalog(Connection connection) {
        return switch (engine) {
            case SQLITE -> new SqliteCatalog(connection);
            case H2 -> new H2Catalog(connection);
            case MARIADB, MYSQL -> new MysqlFamilyCatalog(connection);
            case POSTGRESQL -> new PostgresqlCatalog(connection);
        };
    }
}
