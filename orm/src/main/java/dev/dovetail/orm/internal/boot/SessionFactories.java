package dev.dovetail.orm.internal.boot;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.orm.internal.fetch.GuardedPersisters;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataBuilderImplementor;
import org.hibernate.engine.jdbc.dialect.spi.DialectFactory;
import org.hibernate.engine.jdbc.mutation.spi.MutationExecutorService;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.generator.internal.CurrentTimestampGeneration;
import org.hibernate.persister.spi.PersisterClassResolver;
import org.jspecify.annotations.Nullable;

/** Boots session factories that never ask for a connection. */
public final class SessionFactories {

    private SessionFactories() {}

    /**
     * A session factory for entity classes on an engine; {@link #close} ends it.
     *
     * @param clock tells Hibernate the time; null for this machine's
     * @throws dev.dovetail.repository.UnsupportedMappingException if a mapping cannot be served
     */
    public static SessionFactoryImplementor boot(Engine engine, Collection<Class<?>> entities, @Nullable Clock clock) {
        return boot(
                engine,
                entities,
                clock == null ? Map.of() : Map.of(CurrentTimestampGeneration.CLOCK_SETTING_NAME, clock),
                (metadata, factory) -> factory);
    }

    /**
     * What somebody makes of the mappings of entity classes. The session factory is closed before it returns.
     *
     * @throws dev.dovetail.repository.UnsupportedMappingException if a mapping cannot be served
     */
    public static <T> T booted(
            Engine engine, Collection<Class<?>> entities, BiFunction<Metadata, SessionFactoryImplementor, T> use) {
        return boot(engine, entities, Map.of(), (metadata, factory) -> {
            T result;
            try {
                result = use.apply(metadata, factory);
            } catch (Throwable failure) {
                factory.close();
                throw failure;
            }
            close(factory);
            return result;
        });
    }

    private static <T> T boot(
            Engine engine,
            Collection<Class<?>> entities,
            Map<String, Object> settings,
            BiFunction<Metadata, SessionFactoryImplementor, T> then) {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySettings(EngineSettings.of(engine))
                .applySettings(settings)
                .addService(DialectFactory.class, (configured, database) -> EngineSettings.dialect(engine))
                .addService(PersisterClassResolver.class, new GuardedPersisters())
                .addService(MutationExecutorService.class, new DynamicBatches(EngineSettings.BATCH_SIZE))
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            entities.forEach(sources::addAnnotatedClass);
            MetadataBuilderImplementor builder = (MetadataBuilderImplementor) sources.getMetadataBuilder();
            List<String> faults = GeneratedIds.adapt(
                    engine, builder.getBootstrapContext().getModelsContext().getClassDetailsRegistry(), entities);
            Metadata metadata = builder.build();
            MappingRules.apply(metadata, faults);
            return then.apply(metadata, metadata.buildSessionFactory().unwrap(SessionFactoryImplementor.class));
        } catch (Throwable failure) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw failure;
        }
    }

    /** Closes a session factory and what it was booted with. */
    public static void close(SessionFactoryImplementor factory) {
        StandardServiceRegistry registry = factory.getSessionFactoryOptions().getServiceRegistry();
        try {
            factory.close();
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }
}
