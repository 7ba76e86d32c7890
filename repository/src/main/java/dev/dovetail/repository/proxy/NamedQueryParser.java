package dev.dovetail.repository.proxy;

import dev.dovetail.repository.proxy.NamedQuery.Action;
import dev.dovetail.repository.proxy.NamedQuery.Operator;
import dev.dovetail.repository.proxy.NamedQuery.OrderItem;
import dev.dovetail.repository.proxy.NamedQuery.Test;
import dev.dovetail.repository.spi.AttributePath;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of methods. Where an attribute's name holds a keyword, as {@code brandOrigin} holds {@code Or}, the longest
 * attribute that makes sense is taken.
 */
final class NamedQueryParser {

    private static final Pattern ACTION = Pattern.compile("(find|delete|count|exists)(?=[A-Z]|$)(.*)");
    private static final Pattern FIRST = Pattern.compile("First(\\d*)(?=[A-Z]|$)(.*)");
    private static final String IGNORE_CASE = "IgnoreCase";
    private static final String NOT = "Not";

    private final NamedPaths paths;

    NamedQueryParser(NamedPaths paths) {
        this.paths = paths;
    }

    static boolean isAction(String name) {
        return ACTION.matcher(name).matches();
    }

    /**
     * What a name says.
     *
     * @throws IllegalArgumentException if it cannot be read, with what is wrong
     */
    NamedQuery parse(String name) {
        Matcher action = ACTION.matcher(name);
        if (!action.matches()) {
            throw new IllegalArgumentException("its name does not begin with find, delete, count or exists");
        }
        Action kind = switch (action.group(1)) {
            case "find" -> Action.FIND;
            case "delete" -> Action.DELETE;
            case "count" -> Action.COUNT;
            default -> Action.EXISTS;
        };
        String rest = action.group(2);
        int first = 0;
        Matcher limit = FIRST.matcher(rest);
        if (kind == Action.FIND && limit.matches()) {
            first = first(limit.group(1));
            rest = limit.group(2);
        }
        int order = rest.lastIndexOf("OrderBy");
        int by = rest.indexOf("By");
        boolean restricts = by >= 0 && (order < 0 || by != order + "Order".length());
        String predicate = restricts ? rest.substring(by + 2, order > by ? order : rest.length()) : "";
        boolean sorts = order >= 0 && (!restricts || order > by);
        if (sorts && kind != Action.FIND) {
            throw new IllegalArgumentException("only find… can be sorted, and its name says OrderBy");
        }
        return new NamedQuery(
                kind,
                first,
                restricts ? alternatives(predicate) : List.of(),
                sorts ? order(rest.substring(order + "OrderBy".length())) : List.of());
    }

    private static int first(String digits) {
        try {
            int first = digits.isEmpty() ? 1 : Integer.parseInt(digits);
            if (first > 0) {
                return first;
            }
        } catch (NumberFormatException tooLarge) {
            // Refused below, like zero.
        }
        throw new IllegalArgumentException("'First" + digits + "' is no number of results");
    }

    private List<List<Test>> alternatives(String predicate) {
        List<List<Test>> read = predicate.isEmpty() ? null : tests(predicate);
        if (read == null) {
            throw new IllegalArgumentException(
                    predicate.isEmpty() ? "nothing follows 'By' in its name" : paths.problem(unknown(predicate)));
        }
        return read;
    }

    /** The alternatives that a text says; null if it cannot be read. */
    private @Nullable List<List<Test>> tests(String text) {
        for (int end = text.length(); end > 0; end--) {
            AttributePath path = paths.find(text.substring(0, end));
            List<List<Test>> all = path == null ? null : afterAttribute(path, text.substring(end));
            if (all != null) {
                return all;
            }
        }
        return null;
    }

    private @Nullable List<List<Test>> afterAttribute(AttributePath path, String text) {
        boolean ignoreCase = text.startsWith(IGNORE_CASE);
        String rest = ignoreCase ? text.substring(IGNORE_CASE.length()) : text;
        boolean negated = rest.startsWith(NOT);
        rest = negated ? rest.substring(NOT.length()) : rest;
        for (Operator operator : Operator.values()) {
            if (operator != Operator.EQUAL && rest.startsWith(operator.keyword())) {
                List<List<Test>> all = afterTest(
                        new Test(path, ignoreCase, negated, operator),
                        rest.substring(operator.keyword().length()));
                if (all != null) {
                    return all;
                }
            }
        }
        return afterTest(new Test(path, ignoreCase, negated, Operator.EQUAL), rest);
    }

    private @Nullable List<List<Test>> afterTest(Test test, String text) {
        if (text.isEmpty()) {
            return List.of(List.of(test));
        }
        boolean and = text.startsWith("And");
        if (!and && !text.startsWith("Or")) {
            return null;
        }
        List<List<Test>> others = tests(text.substring(and ? 3 : 2));
        if (others == null) {
            return null;
        }
        List<List<Test>> all = new ArrayList<>();
        List<Test> own = new ArrayList<>(List.of(test));
        if (and) {
            own.addAll(others.get(0));
        }
        all.add(own);
        all.addAll(and ? others.subList(1, others.size()) : others);
        return all;
    }

    /** The part that is most likely what cannot be read: the first that is no attribute. */
    private String unknown(String predicate) {
        for (String part : predicate.split("(?<=[a-z0-9_])(And|Or)(?=[A-Z])")) {
            String name = part;
            for (Operator operator : Operator.values()) {
                if (operator != Operator.EQUAL && name.endsWith(operator.keyword())) {
                    name = name.substring(0, name.length() - operator.keyword().length());
                    break;
                }
            }
            name = name.endsWith(NOT) ? name.substring(0, name.length() - NOT.length()) : name;
            name = name.endsWith(IGNORE_CASE) ? name.substring(0, name.length() - IGNORE_CASE.length()) : name;
            if (paths.find(name) == null) {
                return name;
            }
        }
        return predicate;
    }

    private List<OrderItem> order(String text) {
        List<OrderItem> order = text.isEmpty() ? null : items(text);
        if (order == null) {
            throw new IllegalArgumentException(
                    text.isEmpty()
                            ? "nothing follows 'OrderBy' in its name"
                            : paths.problem(text.replaceFirst("(?<=[a-z0-9_])(Asc|Desc).*$", "")));
        }
        return order;
    }

    private @Nullable List<OrderItem> items(String text) {
        for (int end = text.length(); end > 0; end--) {
            AttributePath path = paths.find(text.substring(0, end));
            if (path != null) {
                String rest = text.substring(end);
                boolean descending = rest.startsWith("Desc");
                boolean directed = descending || rest.startsWith("Asc");
                String further = directed ? rest.substring(descending ? 4 : 3) : rest;
                List<OrderItem> others = further.isEmpty() ? List.of() : directed ? items(further) : null;
                if (others != null) {
                    List<OrderItem> all = new ArrayList<>();
                    all.add(new OrderItem(path, !descending));
                    all.addAll(others);
                    return all;
                }
            }
        }
        return null;
    }
}
