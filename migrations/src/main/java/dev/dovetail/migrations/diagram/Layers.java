package dev.dovetail.migrations.diagram;

import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts tables side by side: each to the right of those that it refers to. */
final class Layers {

    private final Schema schema;
    private final Map<String, Integer> depths = new HashMap<>();

    private Layers(Schema schema) {
        this.schema = schema;
    }

    /** From left to right; in each, by name. */
    static List<List<Table>> of(Schema schema) {
        Layers layers = new Layers(schema);
        List<List<Table>> found = new ArrayList<>();
        for (Table table : schema.tables().values()) {
            int depth = layers.depth(table, new HashSet<>());
            while (found.size() <= depth) {
                found.add(new ArrayList<>());
            }
            found.get(depth).add(table);
        }
        found.removeIf(List::isEmpty);
        return found;
    }

    /** In a circle, the one at which it was entered counts as the first. */
    private int depth(Table table, Set<String> above) {
        Integer known = depths.get(table.name());
        if (known != null) {
            return known;
        }
        above.add(table.name());
        int depth = 0;
        for (Constraint key : table.constraints(Kind.FOREIGN_KEY)) {
            Table target = schema.table(String.valueOf(key.target()));
            if (target != null && !above.contains(target.name())) {
                depth = Math.max(depth, depth(target, above) + 1);
            }
        }
        above.remove(table.name());
        depths.put(table.name(), depth);
        return depth;
    }
}
