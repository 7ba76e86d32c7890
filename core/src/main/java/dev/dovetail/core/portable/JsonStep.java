package dev.dovetail.core.portable;

import java.util.List;

/** One step into a document. */
sealed interface JsonStep {

    /** Into an object. */
    record Key(String key) implements JsonStep {}

    /** Into an array. */
    record Index(int index) implements JsonStep {
        /** Refuses what no array has. */
        public Index {
            if (index < 0) {
                throw new IllegalArgumentException("The index of a JSON array is 0 or more, got " + index);
            }
        }
    }

    /** The steps as SQL's path language writes them, each key quoted as a JSON string. */
    static String path(List<JsonStep> steps) {
        StringBuilder path = new StringBuilder("$");
        for (JsonStep step : steps) {
            if (step instanceof Index index) {
                path.append('[').append(index.index()).append(']');
            } else if (step instanceof Key key) {
                path.append('.').append(quoted(key.key()));
            }
        }
        return path.toString();
    }

    private static String quoted(String key) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                // MariaDB compares keys as they are spelled, and this is how they are.
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
