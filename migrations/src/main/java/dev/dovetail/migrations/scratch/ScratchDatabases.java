package dev.dovetail.migrations.scratch;

import dev.dovetail.core.Database;
import dev.dovetail.core.engine.DatabaseUrl;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.error.MigrationException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Makes scratch databases. SQLite's is a temporary file, H2's is in memory; on a server it is a database of its own beside
 * the one that the URL names, which is not touched. Thread-safe.
 */
public final class ScratchDatabases {

    /** What the names of scratch databases begin with. */
    public static final String PREFIX = "dovetail_scratch_";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The executor's lock may need a connection of its own. */
    private static final int CONNECTIONS = 2;

    private final Map<Engine, String> servers = new EnumMap<>(Engine.class);

    /**
     * On these servers.
     *
     * @param urls one for each engine; SQLite and H2 need none
     */
    public ScratchDatabases(List<String> urls) {
        urls.forEach(url -> servers.putIfAbsent(DatabaseUrl.parse(url).engine(), url));
    }

    /** Whether one can be made for this engine. */
    public boolean canMake(Engine engine) {
        return engine == Engine.SQLITE || engine == Engine.H2 || servers.containsKey(engine);
    }

    /**
     * An empty database.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if there is no server for the engine, or it refuses
     */
    public ScratchDatabase create(Engine engine) {
        return switch (engine) {
            case SQLITE -> new ScratchDatabase(open("sqlite:///:memory:"), () -> {});
            case H2 -> new ScratchDatabase(open("h2:mem:"), () -> {});
            case POSTGRESQL, MARIADB, MYSQL -> onServer(engine);
        };
    }

    /**
     * What statements make in an empty database. PostgreSQL takes definitions back, so that the one that is there will do: to
     * make another is what a migration would spend most of its time on.
     *
     * @param empty is empty afterwards, too
     * @throws dev.dovetail.migrations.error.MigrationException if the engine refuses a statement
     */
    public Schema schemaOf(List<String> statements, ScratchDatabase empty) {
        Engine engine = empty.access().engine();
        if (engine == Engine.POSTGRESQL) {
            try {
                return empty.schemaTakenBack(statements);
            } catch (MigrationException refused) {
                // Some statements run outside of transactions only; what is wrong with others is said below.
            }
        }
        try (ScratchDatabase other = create(engine)) {
            other.run(statements);
            return other.schema();
        }
    }

    private ScratchDatabase onServer(Engine engine) {
        String server = servers.get(engine);
        if (server == null) {
            throw ScratchErrors.noServer(engine);
        }
        byte[] random = new byte[6];
        RANDOM.nextBytes(random);
        String name = PREFIX + HexFormat.of().formatHex(random);
        ServerScratch scratch = new ServerScratch(engine, server, name);
        scratch.create();
        try {
            return new ScratchDatabase(open(ScratchUrls.at(server, name)), scratch::drop);
        } catch (Throwable failure) {
            scratch.dropQuietly(failure);
            throw failure;
        }
    }

    static Database open(String url) {
        return Database.open(url, options -> options.poolSize(CONNECTIONS));
    }
}
