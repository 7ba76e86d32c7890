package dev.dovetail.databases;

import java.util.List;

/** A system property that forces one of the ways to start a server. */
final class Choice {

    private Choice() {}

    /** One of the words, or empty if the property is absent or empty. */
    static String of(String property, String... words) {
        String value = System.getProperty(property, "").strip();
        if (value.isEmpty() || List.of(words).contains(value)) {
            return value;
        }
        throw new IllegalArgumentException("-D" + property + "=" + value + " is not one of " + String.join(", ", words)
                + ". Leave it out to take what is there.");
    }
}
