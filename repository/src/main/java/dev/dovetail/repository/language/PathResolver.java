package dev.dovetail.repository.language;

import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.EntityDescription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the attributes that paths lead to. */
final class PathResolver {

    private final QueryScope scope;
    private final @Nullable String alias;
    private final List<QueryFault> faults;

    PathResolver(QueryScope scope, @Nullable String alias, List<QueryFault> faults) {
        this.scope = scope;
        this.alias = alias;
        this.faults = faults;
    }

    /** The attribute; null if there is none. */
    @Nullable
    AttributePath find(Syntax.Path path) {
        return walk(path, false);
    }

    /** The attribute; null after a fault. */
    @Nullable
    AttributePath require(Syntax.Path path) {
        return walk(path, true);
    }

    private @Nullable AttributePath walk(Syntax.Path path, boolean required) {
        List<String> names = path.names();
        String root = names.get(0);
        EntityDescription entity = scope.entity();
        boolean isRoot = root.equals(alias) || root.equals("this") && entity.attribute(root) == null;
        if (isRoot && names.size() > 1) {
            names = names.subList(1, names.size());
        }
        List<AttributeDescription> steps = new ArrayList<>();
        Collection<AttributeDescription> attributes = entity.attributes().values();
        String owner = entity.name();
        for (String name : names) {
            AttributeDescription step = named(attributes, name);
            if (step == null || steps.stream().anyMatch(PathResolver::isCollection)) {
                if (required) {
                    fault(
                            path,
                            step == null ? missing(owner, name) : "a path cannot lead through a collection",
                            suggestion(owner, name, attributes));
                }
                return null;
            }
            steps.add(step);
            owner = step.type().getSimpleName();
            attributes = within(step);
        }
        return new AttributePath(steps);
    }

    private static String missing(String owner, String name) {
        return owner + " has no attribute '" + name + "'";
    }

    private static String suggestion(String owner, String name, Collection<AttributeDescription> attributes) {
        List<String> names =
                attributes.stream().map(AttributeDescription::name).sorted().toList();
        if (names.isEmpty()) {
            return owner + " has no attributes at all";
        }
        String closest = ClosestName.of(name, names);
        return (closest == null ? "" : "did you mean '" + closest + "'? ") + owner + " has "
                + names.stream().collect(Collectors.joining(", "));
    }

    private static @Nullable AttributeDescription named(Collection<AttributeDescription> attributes, String name) {
        for (AttributeDescription attribute : attributes) {
            if (attribute.name().equals(name)) {
                return attribute;
            }
        }
        return null;
    }

    private Collection<AttributeDescription> within(AttributeDescription attribute) {
        if (attribute.kind() == Kind.TO_ONE || attribute.kind() == Kind.TO_MANY) {
            EntityDescription target = scope.describe().apply(attribute.type());
            return target == null ? List.of() : target.attributes().values();
        }
        return attribute.parts();
    }

    private static boolean isCollection(AttributeDescription attribute) {
        return attribute.kind() == Kind.TO_MANY || attribute.kind() == Kind.ELEMENTS;
    }

    private void fault(Syntax.Path path, String problem, String suggestion) {
        faults.add(new QueryFault(path.position(), problem, suggestion));
    }
}
