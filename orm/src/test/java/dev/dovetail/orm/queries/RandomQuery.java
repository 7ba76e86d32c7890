package dev.dovetail.orm.queries;

import java.util.List;
import java.util.Random;

/** Makes up queries on books. Their numbers stay small and their fractions binary, so that every engine is exact. */
final class RandomQuery {

    private static final String CHARACTERS = "aAbB%_!%_!'*?[\\";
    private static final List<String> COMPARATORS = List.of("=", "<>", "<", "<=", ">", ">=");
    private static final List<String> TEXTS =
            List.of("title", "author.name", "author.email", "author.address.city", "author.biography.text");

    private final Random random;

    private RandomQuery(Random random) {
        this.random = random;
    }

    /** A query for the ISBNs of books, in an order that is complete. */
    static String of(Random random) {
        RandomQuery query = new RandomQuery(random);
        String order = query.one(List.of(
                "pages", "price desc", "title desc", "genre", "author.email", "author.address.city desc", "sold"));
        return "select isbn where " + query.condition(3) + " order by " + order + ", isbn";
    }

    private String condition(int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            return switch (random.nextInt(4)) {
                case 0 -> "not (" + condition(depth - 1) + ")";
                case 1 -> "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
                default -> condition(depth - 1) + " and " + condition(depth - 1);
            };
        }
        String not = random.nextInt(3) == 0 ? " not" : "";
        return switch (random.nextInt(9)) {
            case 0 -> number(2) + " " + one(COMPARATORS) + " " + number(1);
            case 1 -> text(2) + " " + one(COMPARATORS) + " " + text(1);
            case 2 -> number(1) + not + " between " + number(0) + " and " + number(0);
            case 3 ->
                (random.nextBoolean() ? "title" : text(1)) + not + " like "
                        + (random.nextInt(4) == 0 ? literal() : pattern());
            case 4 -> text(1) + not + " in (" + literal() + ", " + literal() + ", 'a')";
            case 5 -> whole(1) + not + " in (" + random.nextInt(9) + ", 100, " + random.nextInt(200) + ")";
            case 6 ->
                one(List.of("pages", "price", "genre", "author", "author.email", "author.address.city")) + " is" + not
                        + " null";
            case 7 ->
                "price " + one(COMPARATORS) + " " + random.nextInt(40) + one(List.of(".5", ".25", "", "BD", ".75BD"));
            default ->
                one(List.of(
                        "sold = true",
                        "sold <> false",
                        "genre = Genre.NOVEL",
                        "genre <> ESSAY",
                        "genre not in (NOVEL, POETRY)"));
        };
    }

    private String number(int depth) {
        return random.nextInt(4) == 0
                ? "(" + whole(depth) + one(List.of(" + ", " - ", " * ")) + one(List.of("0.5", "1.5", "2L", "3")) + ")"
                : whole(depth);
    }

    private String whole(int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            return switch (random.nextInt(3)) {
                case 0 -> "abs(" + whole(depth - 1) + ")";
                case 1 -> "(-" + whole(depth - 1) + ")";
                default -> "(" + whole(depth - 1) + one(List.of(" + ", " - ", " * ", " / ")) + whole(depth - 1) + ")";
            };
        }
        return one(List.of("pages", "length(" + text(0) + ")", String.valueOf(random.nextInt(13) - 3), "100"));
    }

    private String text(int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            return switch (random.nextInt(5)) {
                case 0 -> "lower(" + text(depth - 1) + ")";
                case 1 -> "upper(" + text(depth - 1) + ")";
                case 2 -> "left(" + text(depth - 1) + ", " + (random.nextInt(4) - 1) + ")";
                case 3 -> "right(" + text(depth - 1) + ", length(" + text(0) + ") - 1)";
                default -> text(depth - 1) + " || " + text(depth - 1);
            };
        }
        return random.nextInt(4) == 0 ? literal() : one(TEXTS);
    }

    /** Of what stands for one character, for any number, and for itself. */
    private String pattern() {
        if (random.nextInt(3) == 0) {
            return one(List.of("'%!%%'", "'%!_%'", "'%!!%'")) + " escape '!'";
        }
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            pattern.append(one(List.of("a", "A", "b", "_", "_", "%", "!_", "!%", "!!")));
        }
        return "'" + pattern + "'" + (pattern.indexOf("!") < 0 ? "" : " escape '!'");
    }

    private String literal() {
        return "'" + word(random).replace("'", "''") + "'";
    }

    static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 1 + random.nextInt(3);
        for (int i = 0; i < length; i++) {
            word.append(CHARACTERS.charAt(random.nextInt(random.nextBoolean() ? 4 : CHARACTERS.length())));
        }
        return word.toString();
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
