package dev.dovetail.repository.proxy;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.RepositoryError;
import dev.dovetail.repository.UnknownAttributeException;
import dev.dovetail.repository.language.ClosestName;
import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.RepositoryBackend;
import dev.dovetail.repository.spi.SortKey;
import jakarta.data.repository.By;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the attributes of an entity by the names that users write: {@code address.city} or {@code address_city}. */
final class AttributePaths {

    private final RepositoryBackend backend;
    private final EntityDescription entity;

    AttributePaths(RepositoryBackend backend, EntityDescription entity) {
        this.backend = backend;
        this.entity = entity;
    }

    EntityDescription entity() {
        return entity;
    }

    /** The path that a name stands for, or null. */
    @Nullable
    AttributePath find(String name) {
        List<AttributeDescription> steps = steps(entity.attributes().values(), name);
        return steps == null ? null : new AttributePath(steps);
    }

    /** The keys for a criterion; several if it is a composite id. */
    List<SortKey> sortKeys(String name, boolean ascending, boolean ignoreCase) {
        List<AttributePath> paths = new ArrayList<>();
        if (name.equals(By.ID)) {
            for (String id : entity.idAttributes()) {
                paths.addAll(leaves(requirePath(id)));
            }
        } else {
            paths.add(requirePath(name));
        }
        List<SortKey> keys = new ArrayList<>(paths.size());
        for (AttributePath path : paths) {
            AttributeDescription last = path.last();
            if (last.kind() != Kind.BASIC) {
                throw unknown(
                        name,
                        entity.name() + "." + path.name() + " is not a single value, so nothing can be"
                                + " sorted by it");
            }
            keys.add(new SortKey(path, ascending, ignoreCase && last.type() == String.class));
        }
        return keys;
    }

    /** The attribute name that is most like a wrong one, as a question, and all there are. */
    String suggestion(String wrong) {
        Collection<String> names = entity.attributes().keySet();
        String closest = ClosestName.of(wrong, names);
        return (closest == null ? "" : "did you mean '" + closest + "'? ") + entity.name() + " has "
                + names.stream().sorted().collect(Collectors.joining(", "));
    }

    private AttributePath requirePath(String name) {
        AttributePath path = find(name);
        if (path == null) {
            throw unknown(name, entity.name() + " has no attribute '" + name + "'");
        }
        return path;
    }

    private UnknownAttributeException unknown(String name, String problem) {
        return new UnknownAttributeException(new Explanation(
                RepositoryError.UNKNOWN_ATTRIBUTE,
                problem + ".",
                "a typing mistake, or a name that came from outside and was not checked",
                suggestion(name)));
    }

    private @Nullable List<AttributeDescription> steps(Collection<AttributeDescription> attributes, String name) {
        for (AttributeDescription attribute : attributes) {
            if (attribute.name().equals(name)) {
                return List.of(attribute);
            }
        }
        for (AttributeDescription attribute : attributes) {
            String first = attribute.name();
            if (name.length() > first.length() + 1
                    && name.startsWith(first)
                    && isDelimiter(name.charAt(first.length()))) {
                List<AttributeDescription> rest = steps(within(attribute), name.substring(first.length() + 1));
                if (rest != null) {
                    List<AttributeDescription> all = new ArrayList<>();
                    all.add(attribute);
                    all.addAll(rest);
                    return all;
                }
            }
        }
        return null;
    }

    Collection<AttributeDescription> within(AttributeDescription attribute) {
        if (attribute.kind() == Kind.TO_ONE || attribute.kind() == Kind.TO_MANY) {
            EntityDescription target = backend.describe(attribute.type());
            return target == null ? List.of() : target.attributes().values();
        }
        return attribute.parts();
    }

    private static List<AttributePath> leaves(AttributePath path) {
        if (path.last().kind() != Kind.EMBEDDED) {
            return List.of(path);
        }
        List<AttributePath> leaves = new ArrayList<>();
        for (AttributeDescription part : path.last().parts()) {
            List<AttributeDescription> steps = new ArrayList<>(path.steps());
            steps.add(part);
            leaves.addAll(leaves(new AttributePath(steps)));
        }
        return leaves;
    }

    private static boolean isDelimiter(char character) {
        return character == '.' || character == '_';
    }
}
