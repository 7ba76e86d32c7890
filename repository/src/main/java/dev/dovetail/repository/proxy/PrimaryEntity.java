package dev.dovetail.repository.proxy;

import dev.dovetail.repository.Upsert;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.RepositoryBackend;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Save;
import jakarta.data.repository.Update;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entity of a repository whose methods do not name one, by the rules of Jakarta Data. */
final class PrimaryEntity {

    private PrimaryEntity() {}

    /** That of the built-in supertype, or else the only one that its lifecycle methods take; null if there is none. */
    static @Nullable EntityDescription of(
            Class<?> repository, TypeArguments types, RepositoryBackend backend, Faults faults) {
        if (!DataRepository.class.isAssignableFrom(repository)) {
            return ofLifecycleMethods(repository, types, backend);
        }
        Class<?> type = types.argument(DataRepository.class.getTypeParameters()[0]);
        Class<?> id = types.argument(DataRepository.class.getTypeParameters()[1]);
        if (type == null || id == null) {
            faults.add(
                    repository.getSimpleName() + " does not say its entity and id",
                    "give both, as in CrudRepository<User, Long>");
            return null;
        }
        EntityDescription entity = backend.describe(type);
        if (entity == null) {
            faults.add(
                    type.getSimpleName() + " is not an entity of this persistence",
                    "annotate it with @Entity and name it where the persistence is opened");
        } else if (ParameterTypes.box(entity.idType()) != id) {
            faults.add(
                    "the id of " + entity.name() + " is a " + entity.idType().getSimpleName() + ", not a "
                            + id.getSimpleName(),
                    "write <" + type.getSimpleName() + ", "
                            + ParameterTypes.box(entity.idType()).getSimpleName() + ">");
        }
        return entity;
    }

    private static @Nullable EntityDescription ofLifecycleMethods(
            Class<?> repository, TypeArguments types, RepositoryBackend backend) {
        Set<EntityDescription> entities = new LinkedHashSet<>();
        for (Method method : repository.getMethods()) {
            if (method.isAnnotationPresent(Insert.class)
                    || method.isAnnotationPresent(Update.class)
                    || method.isAnnotationPresent(Save.class)
                    || method.isAnnotationPresent(Upsert.class)
                    || method.isAnnotationPresent(Delete.class)) {
                EntityArgument argument = EntityArgument.of(method, types, backend);
                if (argument != null) {
                    entities.add(argument.entity());
                }
            }
        }
        return entities.size() == 1 ? entities.iterator().next() : null;
    }
}
