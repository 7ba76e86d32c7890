package dev.dovetail.orm.fuzz.madeup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entity class that is made up; filled step by step, and not changed any more once its source is written. */
final class Entity {

    final String name;
    final @Nullable Entity parent;
    final Key key;
    final List<String> annotations = new ArrayList<>();
    final List<Attribute> attributes = new ArrayList<>();
    final List<MadeUpMethod> methods = new ArrayList<>();
    String version = "";
    boolean callbacks;

    /** The entity whose id it takes, or a part of it. */
    @Nullable
    Entity idOf;

    /** A root. */
    Entity(String name, Key key) {
        this.name = name;
        this.parent = null;
        this.key = key;
    }

    /** A subclass. */
    Entity(String name, Entity parent) {
        this.name = name;
        this.parent = parent;
        this.key = parent.key;
    }

    Entity root() {
        return parent == null ? this : parent.root();
    }

    boolean isA(Entity other) {
        return this == other || parent != null && parent.isA(other);
    }

    /** Its attributes and those that it inherits. */
    List<Attribute> all() {
        return Stream.concat(parent == null ? Stream.of() : parent.all().stream(), attributes.stream())
                .toList();
    }

    /** The class of its id. */
    String idType() {
        Entity other = root().idOf;
        return switch (key) {
            case IDENTITY, SEQUENCE -> "Long";
            case UUID -> "UUID";
            case TEXT -> "String";
            case NUMBER -> "Integer";
            case EMBEDDED -> "PairId";
            case CLASS, REFERENCE -> root().name + "Id";
            case MAPPED -> other == null ? "Long" : other.idType();
        };
    }

    String repository() {
        return name + "Repository";
    }

    String variable() {
        return name.toLowerCase(java.util.Locale.ROOT);
    }
}
