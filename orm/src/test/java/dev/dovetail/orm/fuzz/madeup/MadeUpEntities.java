package dev.dovetail.orm.fuzz.madeup;

import static dev.dovetail.orm.fuzz.madeup.Samples.one;

import dev.dovetail.orm.fuzz.madeup.Attribute.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up entities: ids, columns, embedded values, collections, hierarchies, and associations of every kind. */
final class MadeUpEntities {

    private static final List<String> NAMES = List.of("Ant", "Bee", "Cat", "Dog");
    private static final List<String> CASCADES = List.of("PERSIST", "MERGE", "PERSIST, MERGE", "ALL", "REMOVE");
    private static final List<String> TYPES = List.of(
            "String",
            "String",
            "String",
            "int",
            "Integer",
            "Integer",
            "long",
            "Long",
            "short",
            "Byte",
            "boolean",
            "Boolean",
            "double",
            "Double",
            "Float",
            "BigDecimal",
            "BigInteger",
            "LocalDate",
            "LocalTime",
            "LocalDateTime",
            "Instant",
            "UUID",
            "byte[]",
            "Colour",
            "Colour",
            "Weight");

    private final Random random;
    private final List<Entity> entities = new ArrayList<>();
    private int names;

    private MadeUpEntities(Random random) {
        this.random = random;
    }

    static List<Entity> of(Random random) {
        MadeUpEntities made = new MadeUpEntities(random);
        made.make();
        return made.entities;
    }

    private void make() {
        int roots = 2 + random.nextInt(NAMES.size() - 1);
        for (int i = 0; i < roots; i++) {
            root(NAMES.get(i));
        }
        Entity top = entities.get(random.nextInt(entities.size()));
        if (random.nextInt(2) == 0 && top.key != Key.MAPPED) {
            hierarchy(top);
        }
        for (Entity entity : entities) {
            values(entity);
        }
        int associations = 2 + random.nextInt(4);
        for (int i = 0; i < associations; i++) {
            associate(one(random, entities), one(random, entities));
        }
    }

    private void root(String name) {
        List<Key> keys = new ArrayList<>(List.of(Key.values()));
        keys.addAll(List.of(Key.IDENTITY, Key.IDENTITY, Key.IDENTITY, Key.SEQUENCE));
        List<Entity> simple = entities.stream()
                .filter(each -> each.key.isGenerated() || each.key == Key.TEXT)
                .toList();
        if (simple.isEmpty()) {
            keys.removeAll(List.of(Key.REFERENCE, Key.MAPPED));
        }
        Entity made = new Entity(name, one(random, keys));
        if (made.key == Key.REFERENCE || made.key == Key.MAPPED) {
            made.idOf = one(random, simple);
        }
        made.version = one(random, "", "int", "long", "Integer", "Long", "short");
        made.callbacks = random.nextBoolean();
        made.attributes.add(Attribute.basic("serial", "int", false, 0));
        entities.add(made);
    }

    private void hierarchy(Entity top) {
        List<String> strategies = new ArrayList<>(List.of("SINGLE_TABLE", "JOINED"));
        // Without sequences SQLite counts both by itself, which Hibernate does not do over several tables.
        if (top.key != Key.IDENTITY && top.key != Key.SEQUENCE) {
            strategies.add("TABLE_PER_CLASS");
        }
        String strategy = one(random, strategies);
        top.annotations.add("@Inheritance(strategy = InheritanceType." + strategy + ")");
        Entity first = new Entity("Big" + top.name, top);
        entities.add(first);
        if (random.nextBoolean()) {
            entities.add(new Entity("Small" + top.name, random.nextInt(3) == 0 ? first : top));
        }
    }

    private boolean inSingleTable(Entity entity) {
        return entity.parent != null && entity.root().annotations.toString().contains("SINGLE_TABLE");
    }

    private void values(Entity entity) {
        int count = (entity.parent == null ? 2 : 1) + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            entity.attributes.add(basic(entity));
        }
        if (entity.parent == null && random.nextInt(3) == 0) {
            entity.attributes.add(embedded("Spot"));
        }
        if (entity.parent == null && random.nextInt(4) == 0) {
            entity.attributes.add(embedded("Span"));
        }
        if (entity.parent == null && random.nextInt(4) == 0) {
            unique(entity);
        }
        while (random.nextInt(3) == 0) {
            entity.attributes.add(elements());
        }
    }

    private void unique(Entity entity) {
        List<String> columns = entity.attributes.stream()
                .filter(each -> each.isSingle(Form.BASIC)
                        && !each.name().equals("serial")
                        && !each.type().equals("byte[]"))
                .map(each -> "\"" + each.name() + "\"")
                .limit(2)
                .toList();
        if (columns.size() == 2) {
            entity.annotations.add("@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"
                    + String.join(", ", columns) + "}))");
        }
    }

    private Attribute embedded(String type) {
        return new Attribute(name(type), Form.EMBEDDED, type, Shape.SINGLE, List.of("@Embedded"), true, 0, "");
    }

    private String name(String type) {
        return type.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                + type.substring(1).replace("[]", "s")
                + names++;
    }

    private Attribute basic(Entity entity) {
        String type = one(random, TYPES);
        List<String> annotations = new ArrayList<>();
        List<String> column = new ArrayList<>();
        boolean nullable = inSingleTable(entity) || random.nextInt(3) > 0;
        if (!nullable) {
            column.add("nullable = false");
        }
        int length = 255;
        if (type.equals("String") || type.equals("byte[]")) {
            length = one(random, 5, 20, 40);
            column.add("length = " + length);
        }
        if (!type.equals("byte[]") && !type.equals("boolean") && random.nextInt(6) == 0) {
            column.add("unique = true");
        }
        if (type.equals("BigDecimal")) {
            column.add("precision = 12, scale = 2");
        }
        if (type.equals("BigInteger")) {
            column.add("precision = 18, scale = 0");
        }
        if (!column.isEmpty()) {
            annotations.add("@Column(" + String.join(", ", column) + ")");
        }
        if (type.equals("Colour")) {
            annotations.add("@Enumerated(EnumType." + one(random, "STRING", "ORDINAL") + ")");
        }
        if (type.equals("Weight")) {
            annotations.add("@Convert(converter = WeightConverter.class)");
        }
        return Attribute.basic(name(type), type, nullable, length, annotations.toArray(String[]::new));
    }

    private Attribute elements() {
        String type = one(random, "String", "String", "Integer", "LocalDate", "Colour", "Spot");
        Shape shape = one(random, Shape.BAG, Shape.LIST, Shape.SET, Shape.MAP);
        List<String> annotations = new ArrayList<>(List.of("@ElementCollection"));
        if (shape == Shape.LIST) {
            annotations.add("@OrderColumn");
        }
        if (shape == Shape.MAP) {
            annotations.add("@MapKeyColumn(name = \"k\", length = 20)");
        }
        if (type.equals("String")) {
            annotations.add("@Column(name = \"element\", length = 20" + one(random, "", ", nullable = false") + ")");
        }
        if (type.equals("Colour")) {
            annotations.add("@Enumerated(EnumType.STRING)");
        }
        return new Attribute(
                "each" + name(type),
                type.equals("Spot") ? Form.EMBEDDED : Form.BASIC,
                type,
                shape,
                annotations,
                true,
                20,
                "");
    }

    private void associate(Entity owner, Entity target) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> manyToOne(owner, target);
            case 3 -> oneToOne(owner, target);
            case 4, 5 -> manyToMany(owner, target);
            case 6 -> joined(owner, target);
            default -> oneToMany(owner, target, "@JoinTable(name = \"" + owner.variable() + "_with" + names + "\")");
        }
    }

    private void joined(Entity owner, Entity target) {
        if (owner.key == Key.EMBEDDED || !owner.key.isSimple()) {
            manyToMany(owner, target);
        } else {
            oneToMany(owner, target, "@JoinColumn(name = \"" + target.variable() + names + "_key\")");
        }
    }

    private String cascade(int inOf) {
        return random.nextInt(inOf) == 0 ? "cascade = {" + cascades() + "}" : "";
    }

    private String cascades() {
        List<String> each = new ArrayList<>();
        for (String one : one(random, CASCADES).split(", ", -1)) {
            each.add("CascadeType." + one);
        }
        return String.join(", ", each);
    }

    private static String arguments(String... of) {
        return String.join(
                ", ",
                java.util.Arrays.stream(of).filter(each -> !each.isEmpty()).toList());
    }

    private void manyToOne(Entity owner, Entity target) {
        boolean optional = owner.root() == target.root() || inSingleTable(owner) || random.nextInt(4) > 0;
        String name = name(target.name);
        owner.attributes.add(new Attribute(
                name,
                Form.ENTITY,
                target.name,
                Shape.SINGLE,
                List.of("@ManyToOne("
                        + arguments("fetch = FetchType.LAZY", optional ? "" : "optional = false", cascade(3)) + ")"),
                optional,
                0,
                ""));
        if (random.nextInt(3) > 0) {
            inverse(owner, target, name);
        }
    }

    private void inverse(Entity owner, Entity target, String mappedBy) {
        Shape shape = one(random, Shape.BAG, Shape.BAG, Shape.SET, Shape.LIST, Shape.MAP);
        List<String> annotations = new ArrayList<>();
        annotations.add("@OneToMany("
                + arguments(
                        "mappedBy = \"" + mappedBy + "\"",
                        cascade(2),
                        random.nextInt(3) == 0 ? "orphanRemoval = true" : "")
                + ")");
        if (shape == Shape.BAG && random.nextBoolean()) {
            annotations.add("@OrderBy(\"" + one(random, "serial", "serial DESC") + "\")");
        }
        if (shape == Shape.LIST) {
            annotations.add("@OrderColumn(name = \"" + name("place") + "\")");
        }
        if (shape == Shape.MAP) {
            annotations.add("@MapKey(name = \"serial\")");
        }
        target.attributes.add(new Attribute(
                name("all" + owner.name), Form.ENTITY, owner.name, shape, annotations, true, 0, mappedBy));
    }

    private void oneToOne(Entity owner, Entity target) {
        String name = name(target.name);
        owner.attributes.add(new Attribute(
                name,
                Form.ENTITY,
                target.name,
                Shape.SINGLE,
                List.of("@OneToOne("
                        + arguments(
                                "fetch = FetchType.LAZY",
                                cascade(2),
                                random.nextInt(3) == 0 ? "orphanRemoval = true" : "")
                        + ")"),
                true,
                0,
                ""));
        // A one-to-one is unique in each table only: of two in different ones the other side would have to choose.
        boolean isUnique = !owner.root().annotations.toString().contains("TABLE_PER_CLASS");
        if (random.nextBoolean() && owner != target && isUnique) {
            target.attributes.add(new Attribute(
                    name("its" + owner.name),
                    Form.ENTITY,
                    owner.name,
                    Shape.SINGLE,
                    List.of("@OneToOne(" + arguments("mappedBy = \"" + name + "\"", cascade(3)) + ")"),
                    true,
                    0,
                    name));
        }
    }

    private void oneToMany(Entity owner, Entity target, String table) {
        Shape shape = one(random, Shape.BAG, Shape.SET, Shape.LIST);
        List<String> annotations = new ArrayList<>();
        annotations.add(
                "@OneToMany(" + arguments(cascade(2), random.nextInt(3) == 0 ? "orphanRemoval = true" : "") + ")");
        annotations.add(table);
        String name = name("some" + target.name);
        if (shape == Shape.LIST) {
            annotations.add("@OrderColumn(name = \"" + name("place") + "\")");
        }
        owner.attributes.add(new Attribute(name, Form.ENTITY, target.name, shape, annotations, true, 0, ""));
    }

    private void manyToMany(Entity owner, Entity target) {
        Shape shape = one(random, Shape.BAG, Shape.SET, Shape.SET, Shape.LIST, Shape.MAP);
        String name = name("many" + target.name);
        List<String> annotations = new ArrayList<>();
        annotations.add("@ManyToMany(" + cascade(3) + ")");
        annotations.add("@JoinTable(name = \"" + owner.variable() + "_and" + names + "\")");
        if (shape == Shape.LIST) {
            annotations.add("@OrderColumn(name = \"place\")");
        }
        if (shape == Shape.MAP) {
            annotations.add("@MapKeyColumn(name = \"k\", length = 20)");
        }
        owner.attributes.add(new Attribute(name, Form.ENTITY, target.name, shape, annotations, true, 0, ""));
        if (random.nextInt(3) == 0 && owner != target) {
            target.attributes.add(new Attribute(
                    name("other" + owner.name),
                    Form.ENTITY,
                    owner.name,
                    one(random, Shape.BAG, Shape.SET),
                    List.of("@ManyToMany(" + arguments("mappedBy = \"" + name + "\"", cascade(4)) + ")"),
                    true,
                    0,
                    name));
        }
    }
}
