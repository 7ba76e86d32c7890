package dev.dovetail.orm.fuzz.madeup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes the class of a made-up entity. */
final class EntitySource {

    private static final String IMPORTS = """
            import dev.dovetail.orm.fuzz.madeup.*;
            import jakarta.persistence.*;
            import java.math.*;
            import java.time.*;
            import java.util.*;

            """;

    private final Entity entity;
    private final StringBuilder text = new StringBuilder();
    private final List<Attribute> properties = new ArrayList<>();

    private EntitySource(Entity entity) {
        this.entity = entity;
    }

    /** Whole, as a compiler needs it. */
    static String of(String inPackage, Entity entity) {
        return "package " + inPackage + ";\n\n" + IMPORTS + new EntitySource(entity).write(true);
    }

    /** As a reader wants it. */
    static String shown(Entity entity) {
        return new EntitySource(entity).write(false);
    }

    /** The id class; empty if the entity has none of its own. */
    static String idClass(String inPackage, Entity entity) {
        if (entity.parent != null || entity.key.isSimple()) {
            return "";
        }
        return "package " + inPackage + ";\n\n" + IMPORTS + "public record " + entity.idType() + "(" + first(entity)
                + ", int house) {}\n";
    }

    private static String first(Entity entity) {
        return entity.key == Key.CLASS
                ? "String country"
                : Objects.requireNonNull(entity.idOf).idType() + " owner";
    }

    private String write(boolean whole) {
        line("@Entity");
        if (entity.parent == null && !entity.key.isSimple()) {
            line("@IdClass(" + entity.idType() + ".class)");
        }
        entity.annotations.forEach(this::line);
        line("public class " + entity.name + (entity.parent == null ? "" : " extends " + entity.parent.name) + " {");
        if (entity.parent == null) {
            id();
            if (!entity.version.isEmpty()) {
                line("    @Version private " + entity.version + " version;");
            }
        }
        for (Attribute attribute : entity.attributes) {
            attribute.annotations().forEach(each -> line("    " + each));
            field(attribute);
        }
        if (whole) {
            properties.forEach(this::accessors);
            callbacks();
            line("    public " + entity.name + "() {}");
            if (entity.parent == null) {
                line("    public Object key() { return " + key() + "; }");
                line("    public Object count() { return " + (entity.version.isEmpty() ? "null" : "version") + "; }");
            }
        } else if (entity.callbacks) {
            line("    // and all lifecycle callbacks");
        }
        return text.append("}\n").toString();
    }

    private void id() {
        String owner = entity.idOf == null ? "" : entity.idOf.name;
        switch (entity.key) {
            case IDENTITY, SEQUENCE, UUID ->
                line("    @Id @GeneratedValue(strategy = GenerationType." + entity.key + ")");
            case EMBEDDED -> line("    @EmbeddedId");
            case CLASS -> {
                line("    @Id @Column(length = 5)");
                field(Attribute.basic("country", "String", false, 5));
            }
            case REFERENCE -> {
                line("    @Id @ManyToOne(fetch = FetchType.LAZY)");
                field(Attribute.basic("owner", owner, false, 0));
            }
            case MAPPED -> {
                line("    @MapsId @OneToOne(fetch = FetchType.LAZY)");
                field(Attribute.basic("owner", owner, false, 0));
                line("    @Id");
            }
            default -> line("    @Id" + (entity.key == Key.TEXT ? " @Column(length = 20)" : ""));
        }
        if (entity.key.isSimple()) {
            field(Attribute.basic("id", entity.idType(), false, 20));
        } else {
            line("    @Id");
            field(Attribute.basic("house", "int", false, 0));
        }
    }

    private String key() {
        return switch (entity.key) {
            case CLASS -> "new " + entity.idType() + "(country, house)";
            case REFERENCE -> {
                Entity owner = Objects.requireNonNull(entity.idOf);
                yield "new " + entity.idType() + "(owner == null ? null : (" + owner.idType()
                        + ") owner.getId(), house)";
            }
            default -> "id";
        };
    }

    private void field(Attribute attribute) {
        String start = switch (attribute.shape()) {
            case SINGLE -> "";
            case BAG, LIST -> " = new ArrayList<>()";
            case SET -> " = new LinkedHashSet<>()";
            case MAP -> " = new LinkedHashMap<>()";
        };
        line("    private " + attribute.javaType() + " " + attribute.name() + start + ";");
        properties.add(attribute);
    }

    private void accessors(Attribute attribute) {
        line("    public " + attribute.javaType() + " " + attribute.getter() + "() { return " + attribute.name()
                + "; }");
        line("    public void " + attribute.setter() + "(" + attribute.javaType() + " value) { " + attribute.name()
                + " = value; }");
    }

    private void callbacks() {
        if (entity.parent == null) {
            line("    @Transient private String calls = \"\";");
            line("    public String calls() { return calls; }");
            line("    public void forgetCalls() { calls = \"\"; }");
            if (entity.callbacks) {
                for (String when : List.of(
                        "PrePersist",
                        "PostPersist",
                        "PreUpdate",
                        "PostUpdate",
                        "PreRemove",
                        "PostRemove",
                        "PostLoad")) {
                    line("    @" + when + " void on" + when + "() { calls += \" " + when + "\"; }");
                }
            }
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
