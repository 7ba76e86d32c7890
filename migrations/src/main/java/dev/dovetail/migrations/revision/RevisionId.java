package dev.dovetail.migrations.revision;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The id of a revision: the version in the name of its scripts, such as {@code 20261120_101800} or {@code 1.2}. As in
 * Flyway, underscores and dots both separate its parts, which are compared as numbers, and zeros at the end do not
 * count. Immutable.
 */
public final class RevisionId implements Comparable<RevisionId> {

    private static final Pattern FORM = Pattern.compile("\\d+([._]\\d+)*");

    private final String text;
    private final List<BigInteger> parts;
    private final int hash;

    private RevisionId(String text) {
        this.text = text;
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : text.split("[._]")) {
            numbers.add(new BigInteger(part));
        }
        while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
            numbers.remove(numbers.size() - 1);
        }
        this.parts = List.copyOf(numbers);
        this.hash = parts.hashCode();
    }

    /**
     * Reads an id.
     *
     * @throws IllegalArgumentException if it is not made of numbers between dots or underscores
     */
    public static RevisionId of(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException(
                    "A revision id is made of numbers between dots or underscores, got '" + text + "'");
        }
        return new RevisionId(text);
    }

    /** Whether {@link #of} would take it. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** The id with dots between its parts, as Flyway writes it into the history table. */
    public String dotted() {
        return dotted(text);
    }

    /** Whether its text begins with the prefix, dots and underscores being the same. */
    public boolean startsWith(String prefix) {
        return dotted().startsWith(dotted(prefix));
    }

    private static String dotted(String text) {
        return text.replace('_', '.');
    }

    @Override
    public int compareTo(RevisionId other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            int order = parts.get(i).compareTo(other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RevisionId id && parts.equals(id.parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The id as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
