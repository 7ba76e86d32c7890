package dev.dovetail.orm.fuzz.madeup;

import static dev.dovetail.orm.fuzz.madeup.Samples.one;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Makes up methods of a repository: by conditions on parameters, by name, and with queries. */
final class MadeUpMethods {

    private static final Set<String> EQUAL_ONLY =
            Set.of("boolean", "Boolean", "Colour", "Weight", "UUID", "Spot", "Span", "PairId");
    private static final Set<String> NUMBERS =
            Set.of("int", "Integer", "long", "Long", "short", "Byte", "double", "Double", "BigDecimal");

    private final Entity entity;
    private final Random random;
    private final List<Path> paths = new ArrayList<>();
    private final List<Attribute> parameters = new ArrayList<>();

    /** A way to a value. */
    private record Path(String name, Attribute last) {
        boolean isOrdered() {
            return !EQUAL_ONLY.contains(last.type());
        }

        boolean isText() {
            return last.type().equals("String");
        }
    }

    private MadeUpMethods(Entity entity, Function<String, Entity> entities, Random random) {
        this.entity = entity;
        this.random = random;
        addPaths("", entity, entities, 1);
    }

    /** Gives an entity its methods. */
    static void add(Entity entity, Function<String, Entity> entities, Random random, int count) {
        MadeUpMethods made = new MadeUpMethods(entity, entities, random);
        for (int i = 0; i < count; i++) {
            made.parameters.clear();
            entity.methods.add(made.make(i));
        }
    }

    /** What entities can be sorted by. */
    static List<String> sorts(Entity entity, Function<String, Entity> entities) {
        return new MadeUpMethods(entity, entities, new Random(0))
                .paths.stream()
                        .filter(path -> path.isOrdered() || path.last().type().equals("Colour"))
                        .map(Path::name)
                        .toList();
    }

    private void addPaths(String prefix, Entity of, Function<String, Entity> entities, int depth) {
        for (Attribute attribute : of.all()) {
            if (attribute.isSingle(Attribute.Form.BASIC) && !attribute.type().equals("byte[]")) {
                paths.add(new Path(prefix + attribute.name(), attribute));
            } else if (attribute.isSingle(Attribute.Form.EMBEDDED)) {
                boolean spot = attribute.type().equals("Spot");
                paths.add(part(prefix + attribute.name(), spot ? "city" : "low", spot ? "String" : "Integer"));
                paths.add(part(prefix + attribute.name(), spot ? "zip" : "since", spot ? "Integer" : "LocalDate"));
            } else if (attribute.isToOne() && attribute.mappedBy().isEmpty() && depth > 0) {
                addPaths(prefix + attribute.name() + ".", entities.apply(attribute.type()), entities, depth - 1);
            }
        }
        if (of.key == Key.TEXT) {
            paths.add(new Path(prefix + "id", Attribute.basic("id", "String", false, 20)));
        }
    }

    private static Path part(String prefix, String name, String type) {
        return new Path(prefix + "." + name, Attribute.basic(name, type, true, 20));
    }

    private MadeUpMethod make(int number) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> byParameters("find" + number);
            case 2, 3, 4 -> byName(number);
            case 5, 6, 7 -> query("query" + number);
            case 8 -> counted("counted" + number);
            case 9 -> selected("selected" + number, number);
            // Hibernate has no temporary tables on SQLite, which a statement on joined tables takes.
            case 10 ->
                entity.root().annotations.toString().contains("JOINED")
                        ? counted("counted" + number)
                        : updated("updated" + number);
            default -> deleted("deleted" + number);
        };
    }

    private MadeUpMethod method(String name, String annotations, String result, boolean ordered) {
        List<String> declared = new ArrayList<>();
        for (Attribute parameter : parameters) {
            declared.add(boxed(parameter.type()) + " " + parameter.name());
        }
        return new MadeUpMethod(
                name,
                annotations + " " + result + " " + name + "(" + String.join(", ", declared) + ");",
                parameters,
                ordered);
    }

    private MadeUpMethod byParameters(String name) {
        StringBuilder declared = new StringBuilder();
        for (int i = 0; i <= random.nextInt(2); i++) {
            Path path = one(random, paths);
            declared.append(i == 0 ? "" : ", ").append("@By(\"" + path.name() + "\") ");
            declared.append(boxed(path.last().type())).append(' ').append(parameter(path));
        }
        String result = random.nextInt(5) > 0
                ? one(random, "List<%s>", "List<%s>", "Optional<%s>", "%s").formatted(entity.name)
                : "long";
        String annotations = result.equals("long") ? "@Delete" : "@Find " + order();
        return new MadeUpMethod(
                name, annotations + " " + result + " " + name + "(" + declared + ");", parameters, true);
    }

    private String order() {
        StringBuilder order = new StringBuilder();
        if (random.nextBoolean()) {
            Path path = one(random, paths.stream().filter(Path::isOrdered).toList());
            order.append("@OrderBy(value = \"").append(path.name()).append("\"");
            order.append(random.nextBoolean() ? ", descending = true" : "");
            order.append(path.isText() && random.nextBoolean() ? ", ignoreCase = true) " : ") ");
        }
        return order + "@OrderBy(\"serial\") ";
    }

    private String parameter(Path path) {
        String name = "p" + parameters.size();
        parameters.add(Attribute.basic(
                name, path.last().type(), path.last().nullable(), path.last().length()));
        return name;
    }

    private MadeUpMethod byName(int number) {
        StringBuilder name = new StringBuilder();
        String what = one(random, "find", "find", "find", "findFirst2", "count", "exists", "delete");
        name.append(what).append(what.startsWith("findF") ? "" : "X" + number).append("By");
        for (int i = 0; i <= random.nextInt(3); i++) {
            name.append(i == 0 ? "" : one(random, "And", "Or")).append(test(one(random, paths)));
        }
        if (what.startsWith("find")) {
            if (random.nextBoolean()) {
                Path path = one(random, paths.stream().filter(Path::isOrdered).toList());
                name.append("OrderBy").append(capital(path.name())).append(one(random, "Asc", "Desc"));
                name.append("SerialAsc");
            } else {
                name.append("OrderBySerial");
            }
        }
        String result = switch (what) {
            case "count", "delete" -> "long";
            case "exists" -> "boolean";
            default -> "List<" + entity.name + ">";
        };
        return method(name.toString(), "", result, true);
    }

    private String test(Path path) {
        String name = capital(path.name());
        String not = random.nextInt(4) == 0 ? "Not" : "";
        if (random.nextInt(6) == 0) {
            return name + not + "Null";
        }
        if (path.isText() && random.nextInt(2) == 0) {
            parameter(path);
            return name
                    + one(random, "", "IgnoreCase")
                    + not
                    + one(random, "Like", "StartsWith", "EndsWith", "Contains");
        }
        if (!path.isOrdered() || random.nextInt(2) == 0) {
            parameter(path);
            return name + not;
        }
        parameter(path);
        if (random.nextInt(3) == 0) {
            parameter(path);
            return name + not + "Between";
        }
        return name + not + one(random, "LessThan", "LessThanEqual", "GreaterThan", "GreaterThanEqual");
    }

    private static String capital(String path) {
        StringBuilder capital = new StringBuilder();
        for (String part : path.split("\\.", -1)) {
            capital.append(capital.isEmpty() ? "" : "_");
            capital.append(part.substring(0, 1).toUpperCase(java.util.Locale.ROOT))
                    .append(part.substring(1));
        }
        return capital.toString();
    }

    private MadeUpMethod query(String name) {
        String condition = "where " + condition(2);
        String order = " order by ";
        if (random.nextBoolean()) {
            order += one(random, paths.stream().filter(Path::isOrdered).toList())
                            .name() + one(random, "", " desc") + ", ";
        }
        String text = one(random, "", "from " + entity.name + " ") + condition + order + "serial";
        return method(name, "@Query(" + literal(text) + ")", "List<" + entity.name + ">", true);
    }

    private MadeUpMethod counted(String name) {
        return method(name, "@Query(" + literal("select count(this) where " + condition(2)) + ")", "long", true);
    }

    private MadeUpMethod selected(String name, int number) {
        Path first = one(random, paths);
        Path second = one(random, paths);
        String text = "select " + first.name() + ", " + second.name() + " where " + condition(1) + " order by serial";
        String row = "record Row" + number + "(" + boxed(first.last().type()) + " one, "
                + boxed(second.last().type()) + " two) {}\n    ";
        MadeUpMethod method = method(name, "@Query(" + literal(text) + ")", "List<Row" + number + ">", true);
        return new MadeUpMethod(name, row + method.source(), method.parameters(), true);
    }

    private MadeUpMethod updated(String name) {
        List<Path> own = paths.stream()
                .filter(path -> !path.name().contains(".")
                        && !path.name().equals("id")
                        && !path.last().annotations().toString().contains("able = false, up")
                        && !path.last().annotations().toString().contains("updatable = false")
                        && !path.name().equals("serial"))
                .toList();
        if (own.isEmpty()) {
            return deleted(name);
        }
        Path path = one(random, own);
        String text =
                "update " + entity.name + " set " + path.name() + " = :" + parameter(path) + " where " + condition(1);
        return method(name, "@Query(" + literal(text) + ")", "long", true);
    }

    private MadeUpMethod deleted(String name) {
        String text = "delete from " + entity.name + " where " + condition(1);
        return method(name, "@Query(" + literal(text) + ")", "long", true);
    }

    private String condition(int depth) {
        if (depth > 0 && random.nextInt(2) == 0) {
            return switch (random.nextInt(4)) {
                case 0 -> "not (" + condition(depth - 1) + ")";
                case 1 -> "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
                default -> condition(depth - 1) + " and " + condition(depth - 1);
            };
        }
        Path path = one(random, paths);
        String not = random.nextInt(3) == 0 ? " not" : "";
        if (random.nextInt(6) == 0) {
            return path.name() + " is" + not + " null";
        }
        if (path.isText() && random.nextBoolean()) {
            return text(path, not);
        }
        if (NUMBERS.contains(path.last().type()) && random.nextInt(4) == 0) {
            return path.name() + one(random, " = ", " <> ", " < ", " >= ") + one(random, "0", "1", "100", "-1");
        }
        return switch (random.nextInt(path.isOrdered() ? 4 : 2)) {
            case 0 -> path.name() + one(random, " = ", " <> ") + ":" + parameter(path);
            case 1 -> path.name() + not + " in (:" + parameter(path) + ", :" + parameter(path) + ")";
            case 2 -> path.name() + not + " between :" + parameter(path) + " and :" + parameter(path);
            default -> path.name() + one(random, " < ", " <= ", " > ", " >= ") + ":" + parameter(path);
        };
    }

    private String text(Path path, String not) {
        String text = switch (random.nextInt(6)) {
            case 0 -> "lower(" + path.name() + ")";
            case 1 -> "upper(" + path.name() + ")";
            case 2 -> "left(" + path.name() + ", 1)";
            case 3 -> "right(" + path.name() + ", 1)";
            case 4 -> path.name() + " || 'x'";
            default -> path.name();
        };
        return switch (random.nextInt(5)) {
            case 0 -> "length(" + text + ")" + one(random, " = ", " < ", " > ") + one(random, "0", "1", "2");
            case 1 -> text + not + " like :" + parameter(path);
            case 2 -> text + not + " like " + one(random, "'%a%'", "'_'", "'a_'", "'%!%%' escape '!'");
            default -> text + one(random, " = ", " <> ", " < ", " >= ") + ":" + parameter(path);
        };
    }

    private static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String boxed(String type) {
        return switch (type) {
            case "int" -> "Integer";
            case "long" -> "Long";
            case "short" -> "Short";
            case "boolean" -> "Boolean";
            case "double" -> "Double";
            default -> type;
        };
    }
}
