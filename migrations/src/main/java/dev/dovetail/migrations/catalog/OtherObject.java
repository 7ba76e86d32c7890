package dev.dovetail.migrations.catalog;

import java.util.Comparator;

/**
 * Something that a model of entities does not speak of: a view, a trigger, a function. Immutable.
 *
 * @param kind what it is, for people: {@code view}, {@code trigger}, …
 * @param name its name
 * @param definition the statement that makes it, where the engine gives one
 */
public record OtherObject(String kind, String name, String definition) implements Comparable<OtherObject> {

    private static final Comparator<OtherObject> ORDER = Comparator.comparing(OtherObject::kind)
            .thenComparing(OtherObject::name)
            .thenComparing(OtherObject::definition);

    @Override
    public int compareTo(OtherObject other) {
        return ORDER.compare(this, other);
    }

    /** For people. */
    public String title() {
        return kind + " " + name;
    }
}
