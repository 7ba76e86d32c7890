package dev.dovetail.orm.fuzz.madeup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Entities that were made up together, with their repositories, compiled.
 *
 * @param classes entities and repositories by their simple names
 */
record Family(List<Entity> entities, Map<String, Class<?>> classes) {

    static Family of(SourceCompiler compiler, long seed) {
        Random random = new Random(seed);
        List<Entity> entities = MadeUpEntities.of(random);
        entities.forEach(each -> MadeUpMethods.add(each, name -> find(entities, name), random, 7));
        String inPackage = "madeup.family" + seed;
        Map<String, String> sources = new LinkedHashMap<>();
        for (Entity entity : entities) {
            sources.put(entity.name, EntitySource.of(inPackage, entity));
            sources.put(entity.repository(), RepositorySource.of(inPackage, entity));
            String idClass = EntitySource.idClass(inPackage, entity);
            if (!idClass.isEmpty()) {
                sources.put(entity.idType(), idClass);
            }
        }
        return new Family(entities, compiler.compile(inPackage, sources));
    }

    private static Entity find(List<Entity> entities, String name) {
        return entities.stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Runs something with the classes visible to Hibernate, which asks the thread for them. */
    void withItsClasses(Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(type(entities.get(0)).getClassLoader());
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    Entity entity(String name) {
        return find(entities, name);
    }

    Class<?> type(Entity entity) {
        return Objects.requireNonNull(classes.get(entity.name));
    }

    Class<?> repository(Entity entity) {
        return Objects.requireNonNull(classes.get(entity.repository()));
    }

    /** Whether ids are numbers that are counted, which SQLite gives again after a rollback. */
    boolean isCounted() {
        return entities.stream().anyMatch(each -> each.key == Key.IDENTITY || each.key == Key.SEQUENCE);
    }

    /** What a persistence is opened with. */
    Class<?>[] entityClasses() {
        List<Class<?>> types = new ArrayList<>();
        entities.forEach(each -> types.add(type(each)));
        return types.toArray(Class<?>[]::new);
    }

    /** What an object is an instance of, a proxy too: the narrowest that is known of it. */
    Entity of(Object instance) {
        Entity narrowest = null;
        for (Entity each : entities) {
            if (type(each).isInstance(instance) && (narrowest == null || each.isA(narrowest))) {
                narrowest = each;
            }
        }
        return Objects.requireNonNull(narrowest);
    }

    boolean isEntity(Object instance) {
        return entities.stream().anyMatch(each -> type(each).isInstance(instance));
    }

    /** The classes whose names a text contains, for readers. */
    String shown(String trace) {
        StringBuilder text = new StringBuilder();
        for (Entity entity : entities) {
            if (trace.contains(entity.name) || trace.contains(entity.variable())) {
                text.append(EntitySource.shown(entity));
                for (MadeUpMethod method : entity.methods) {
                    if (trace.contains(method.name())) {
                        text.append("    ").append(method.source()).append('\n');
                    }
                }
            }
        }
        return text.toString();
    }
}
