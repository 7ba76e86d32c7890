package dev.dovetail.orm.fuzz.madeup;

import java.util.List;

/**
 * An attribute of a made-up entity.
 *
 * @param form what its values are
 * @param type the class of a value, or the name of the other entity
 * @param annotations as they stand in the source
 * @param nullable whether its column takes null
 * @param length of texts
 * @param mappedBy the attribute on the other side that owns it; empty for none
 */
record Attribute(
        String name,
        Form form,
        String type,
        Shape shape,
        List<String> annotations,
        boolean nullable,
        int length,
        String mappedBy) {

    /** What values are. */
    enum Form {
        BASIC,
        EMBEDDED,
        ENTITY
    }

    Attribute {
        annotations = List.copyOf(annotations);
    }

    static Attribute basic(String name, String type, boolean nullable, int length, String... annotations) {
        return new Attribute(name, Form.BASIC, type, Shape.SINGLE, List.of(annotations), nullable, length, "");
    }

    boolean isSingle(Form of) {
        return form == of && shape == Shape.SINGLE;
    }

    boolean isToOne() {
        return isSingle(Form.ENTITY);
    }

    boolean isPlural() {
        return shape != Shape.SINGLE;
    }

    boolean isPrimitive() {
        return Character.isLowerCase(type.charAt(0)) && !type.endsWith("[]");
    }

    /** The class of the key of a map. */
    String keyType() {
        return mappedBy.isEmpty() ? "String" : "Integer";
    }

    String getter() {
        return "get" + capital();
    }

    String setter() {
        return "set" + capital();
    }

    String capital() {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }

    String javaType() {
        return switch (shape) {
            case SINGLE -> type;
            case BAG, LIST -> "List<" + type + ">";
            case SET -> "Set<" + type + ">";
            case MAP -> "Map<" + keyType() + ", " + type + ">";
        };
    }
}
