package dev.dovetail.maven.generate;

import dev.dovetail.core.engine.Engine;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.meta.postgres.PostgresDatabase;
import org.jspecify.annotations.Nullable;

/**
 * What jOOQ's generator reads: a PostgreSQL database on which the migrations were replayed, beside the one that the
 * property {@code url} leads to, or else on an embedded server; gone afterwards. Its {@linkplain PortableTypes types} are
 * those of {@link MigrationsDatabase}.
 *
 * <p>Also for the {@code jooq-codegen-maven} plugin, as that one is; with {@code inputSchema} {@code public}.
 */
public class PostgresqlMigrationsDatabase extends PostgresDatabase {

    /** The property that holds the URL of a server; without it an embedded one is started. */
    public static final String URL = "url";

    private @Nullable EmbeddedServer embedded;
    private @Nullable Replay replay;

    /** For jOOQ, which makes it by its name. */
    public PostgresqlMigrationsDatabase() {}

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
        String url = getProperties().getProperty(URL, "").strip();
        if (url.isEmpty()) {
            EmbeddedServer server = EmbeddedServer.start();
            embedded = server;
            url = server.url();
        }
        Replay made = Replay.of(
                Engine.POSTGRESQL, getProperties().getProperty(MigrationsDatabase.LOCATIONS, ""), List.of(url));
        replay = made;
        setConnection(made.connection());
        try {
            getConfiguredForcedTypes()
                    .addAll(PortableTypes.forcedTypesOnPostgresql(DeclaredColumns.readPostgresql(made.connection())));
        } catch (SQLException failure) {
            throw made.translate(failure);
        }
    }

    @Override
    public void close() {
        try (EmbeddedServer server = embedded;
                Replay made = replay) {
            super.close();
        }
    }
}
