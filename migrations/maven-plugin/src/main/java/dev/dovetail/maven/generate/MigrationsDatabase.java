package dev.dovetail.maven.generate;

import dev.dovetail.core.Database;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.history.HistoryTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.jooq.DSLContext;
import org.jooq.meta.jaxb.SyntheticIdentityType;
import org.jooq.meta.sqlite.SQLiteDatabase;
import org.jspecify.annotations.Nullable;

/**
 * What jOOQ's generator reads: a private SQLite database on which the migrations were replayed, with
 * {@linkplain PortableTypes types} that are right on the other engines, too. No server is needed, and the database is
 * gone afterwards.
 *
 * <p>Also for the {@code jooq-codegen-maven} plugin, with this module among its dependencies: name this class as the
 * {@code database} and give it the property {@code locations}, folders separated by commas.
 */
public class MigrationsDatabase extends SQLiteDatabase {

    /** The property that holds the locations of the scripts. */
    public static final String LOCATIONS = "locations";

    private @Nullable Database scratch;
    private @Nullable Connection connection;

    /** For jOOQ, which makes it by its name. */
    public MigrationsDatabase() {}

    @Override
    protected DSLContext create0() {
        if (scratch == null) {
            try {
                replay();
            } catch (Throwable failure) {
                close();
                throw failure;
            }
        }
        return super.create0();
    }

    private void replay() {
        String[] locations = Arrays.stream(
                        getProperties().getProperty(LOCATIONS, "").split(","))
                .map(String::strip)
                .toArray(String[]::new);
        Database database = Database.open("sqlite:///:memory:");
        scratch = database;
        Migrations.of(database, options -> options.locations(locations)).upgrade();
        Connection opened = database.access().openConnection();
        connection = opened;
        setConnection(opened);
        try {
            adapt(opened);
        } catch (SQLException failure) {
            throw database.access().translate(failure, null);
        }
    }

    private void adapt(Connection opened) throws SQLException {
        RowIdColumns columns = RowIdColumns.read(opened);
        try (Statement statement = opened.createStatement()) {
            // Nobody wants code for it; an exclude would come too late here.
            statement.execute("drop table if exists " + HistoryTable.NAME);
        }
        getConfiguredForcedTypes().addAll(PortableTypes.forcedTypes(columns.all(), DeclaredColumns.read(opened)));
        for (String key : columns.keys()) {
            getConfiguredSyntheticIdentities().add(new SyntheticIdentityType().withFields(PortableTypes.exactly(key)));
        }
    }

    @Override
    public void close() {
        try (Database database = scratch;
                Connection opened = connection) {
            super.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("The scratch database could not be closed", failure);
        }
    }
}
