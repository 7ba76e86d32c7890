package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.EntityDescription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds attributes by their names in the names of methods: without regard to case, with or without {@code _} between. */
final class NamedPaths {

    private final AttributePaths paths;

    NamedPaths(AttributePaths paths) {
        this.paths = paths;
    }

    /** The attribute; null if there is none. */
    @Nullable
    AttributePath find(String name) {
        EntityDescription entity = paths.entity();
        List<AttributeDescription> steps = steps(entity.attributes().values(), name);
        if (steps == null
                && name.equalsIgnoreCase("id")
                && entity.idAttributes().size() == 1) {
            steps = steps(entity.attributes().values(), entity.idAttributes().get(0));
        }
        return steps == null ? null : new AttributePath(steps);
    }

    /** What is wrong with a name that is none of an attribute. */
    String problem(String name) {
        String attribute = name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return "in its name, '" + name + "' is no attribute of "
                + paths.entity().name() + "; " + paths.suggestion(attribute);
    }

    private @Nullable List<AttributeDescription> steps(Collection<AttributeDescription> attributes, String name) {
        for (AttributeDescription attribute : attributes) {
            if (attribute.name().equalsIgnoreCase(name)) {
                return List.of(attribute);
            }
        }
        for (AttributeDescription attribute : attributes) {
            int length = attribute.name().length();
            if (name.length() > length && name.regionMatches(true, 0, attribute.name(), 0, length)) {
                String rest = name.substring(name.charAt(length) == '_' ? length + 1 : length);
                List<AttributeDescription> further = steps(paths.within(attribute), rest);
                if (further != null) {
                    List<AttributeDescription> all = new ArrayList<>();
                    all.add(attribute);
                    all.addAll(further);
                    return all;
                }
            }
        }
        return null;
    }
}
