package dev.dovetail.testing.persistence;

import dev.dovetail.databases.TestEngine;
import dev.dovetail.repository.memory.EngineProfile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where entities are kept during a run of a test class. */
public enum PersistenceKind {
    /** In memory: {@link dev.dovetail.repository.memory.InMemoryPersistence}. Starts everywhere. */
    FAKE(null, EngineProfile.PORTABLE),
    /** In a file in a temporary folder. Starts everywhere. */
    SQLITE(TestEngine.SQLITE, EngineProfile.SQLITE),
    /** On a PostgreSQL server, in a container or embedded. Starts everywhere. */
    POSTGRESQL(TestEngine.POSTGRESQL, EngineProfile.POSTGRESQL),
    /** In an H2 database in memory. Starts everywhere. */
    H2(TestEngine.H2, EngineProfile.H2),
    /** On a MariaDB server, if one can be started here. */
    MARIADB(TestEngine.MARIADB, EngineProfile.MARIADB_BINARY);

    private final @Nullable TestEngine engine;
    private final EngineProfile profile;

    PersistenceKind(@Nullable TestEngine engine, EngineProfile profile) {
        this.engine = engine;
        this.profile = profile;
    }

    /** The engine; empty for {@link #FAKE}. */
    public Optional<TestEngine> engine() {
        return Optional.ofNullable(engine);
    }

    /** The profile of a fake that behaves like it. */
    public EngineProfile profile() {
        return profile;
    }

    /** The name in display names: {@code fake}, {@code PostgreSQL}. */
    public String displayName() {
        return engine == null ? "fake" : engine.displayName();
    }
}
