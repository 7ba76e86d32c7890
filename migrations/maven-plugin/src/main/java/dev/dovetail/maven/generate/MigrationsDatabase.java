package dev.dovetail.maven.generate;

import dev.dovetail.core.engine.Engine;
import java.sql.SQLException;
import java.util.List;
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

    private @Nullable Replay replay;

    /** For jOOQ, which makes it by its name. */
    public MigrationsDatabase() {}

    @Override
    protected DSLContext create0() {
        if (replay == null) {
            try {
                adapt();
            } catch (Throwable failure) {
                close();
                throw failure;
            }
        }
        return super.create0();
    }

    private void adapt() {
        Replay made = Replay.of(Engine.SQLITE, getProperties().getProperty(LOCATIONS, ""), List.of());
        replay = made;
        setConnection(made.connection());
        try {
            RowIdColumns columns = RowIdColumns.read(made.connection());
            getConfiguredForcedTypes()
                    .addAll(PortableTypes.forcedTypes(columns.all(), DeclaredColumns.read(made.connection())));
            for (String key : columns.keys()) {
                getConfiguredSyntheticIdentities()
                        .add(new SyntheticIdentityType().withFields(PortableTypes.exactly(key)));
            }
        } catch (SQLException failure) {
            throw made.translate(failure);
        }
    }

    @Override
    public void close() {
        try (Replay made = replay) {
            super.close();
        }
    }
}
