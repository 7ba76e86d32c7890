package dev.dovetail.orm.internal.boot;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.orm.internal.fetch.MergedTwice;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.query.sqm.mutation.internal.inline.InlineMutationStrategy;
import org.hibernate.query.sqm.mutation.internal.temptable.GlobalTemporaryTableStrategy;
import org.hibernate.query.sqm.mutation.internal.temptable.PersistentTableStrategy;

/** What Hibernate is told about an engine instead of asking the database. */
final class EngineSettings {

    static final int BATCH_SIZE = 100;

    private EngineSettings() {}

    static Map<String, Object> of(Engine engine) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(AvailableSettings.CONNECTION_PROVIDER, new NoConnections());
        settings.put(AvailableSettings.ALLOW_METADATA_ON_BOOT, false);
        settings.put(AvailableSettings.XML_MAPPING_ENABLED, false);
        settings.put(AvailableSettings.PHYSICAL_NAMING_STRATEGY, new PhysicalNamingStrategySnakeCaseImpl());
        settings.put(AvailableSettings.USE_SECOND_LEVEL_CACHE, false);
        settings.put(AvailableSettings.USE_QUERY_CACHE, false);
        settings.put(AvailableSettings.USE_GET_GENERATED_KEYS, true);
        settings.put(AvailableSettings.STATEMENT_BATCH_SIZE, BATCH_SIZE);
        settings.put(AvailableSettings.ORDER_INSERTS, true);
        settings.put(AvailableSettings.ORDER_UPDATES, true);
        settings.put(AvailableSettings.FAIL_ON_PAGINATION_OVER_COLLECTION_FETCH, true);
        settings.put(AvailableSettings.CRITERIA_PLAN_CACHE_ENABLED, true);
        settings.put(AvailableSettings.TIMEZONE_DEFAULT_STORAGE, "NORMALIZE_UTC");
        settings.put(AvailableSettings.JDBC_TIME_ZONE, "UTC");
        // Tables for the ids of bulk statements would be made at boot, without a connection.
        settings.put(GlobalTemporaryTableStrategy.CREATE_ID_TABLES, false);
        settings.put(GlobalTemporaryTableStrategy.DROP_ID_TABLES, false);
        settings.put(PersistentTableStrategy.CREATE_ID_TABLES, false);
        settings.put(PersistentTableStrategy.DROP_ID_TABLES, false);
        // The database says it, with its constraint.
        settings.put(AvailableSettings.CHECK_NULLABILITY, false);
        settings.put(AvailableSettings.MERGE_ENTITY_COPY_OBSERVER, MergedTwice.class);
        // Our exceptions carry what a log line would, and not every failure is one for the log.
        settings.put(AvailableSettings.LOG_JDBC_ERRORS, false);
        if (engine == Engine.SQLITE || engine == Engine.H2) {
            // Their default are tables for the ids, which nobody makes.
            settings.put(AvailableSettings.QUERY_MULTI_TABLE_MUTATION_STRATEGY, InlineMutationStrategy.class.getName());
        }
        if (engine != Engine.SQLITE) {
            // A local date and time goes to the driver as it is; through java.sql.Timestamp it would be shifted.
            settings.put(AvailableSettings.JAVA_TIME_USE_DIRECT_JDBC, true);
        }
        if (!TextJson.isLibraryPresent()) {
            settings.put(AvailableSettings.JSON_FORMAT_MAPPER, new TextJson());
        }
        // Nanoseconds, as core stores them.
        settings.put(AvailableSettings.PREFERRED_DURATION_JDBC_TYPE, "BIGINT");
        switch (engine) {
            // As jOOQ stores it: text, where the default is a blob or bytes in another order.
            case SQLITE, MARIADB, MYSQL -> settings.put(AvailableSettings.PREFERRED_UUID_JDBC_TYPE, "CHAR");
            case POSTGRESQL, H2 -> {}
        }
        return settings;
    }

    static Dialect dialect(Engine engine) {
        return switch (engine) {
            case SQLITE -> new SqliteTextDialect();
            case POSTGRESQL -> new UtcPostgresqlDialect();
            case H2 -> new ExactH2Dialect();
            case MARIADB -> new PartwiseMariaDbDialect();
            case MYSQL -> new ExactMySqlDialect();
        };
    }
}
