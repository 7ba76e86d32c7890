package dev.dovetail.orm.fuzz;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of two mistakes in one write is told is not promised: engines and Hibernate look at them in orders of their own. So
 * two refusals of one line are the same if they cannot be names of one mistake. What could be, such as a missing parent and
 * a reference to what is new, has to be told alike.
 */
public final class Refusals {

    private static final String TAKEN_BACK = "taken back by ";
    private static final String SWALLOWED = ", swallowed";

    private enum Mistake {
        KEY,
        NULL,
        LENGTH,
        VALUE,
        REFERENCE,
        /** Of an entity: detached where a new one is needed, or given twice. */
        STATE,
        /** Something refers to what is deleted. */
        CHILD,
        /** A row that is gone, or has another version. */
        STALE
    }

    /** Of these another one is never the name: they are about values, not about which rows there are. */
    private static final Set<Mistake> OF_VALUES = EnumSet.of(Mistake.NULL, Mistake.LENGTH, Mistake.VALUE);

    private static final Map<String, Mistake> MISTAKES = Map.of(
            "DuplicateKeyException",
            Mistake.KEY,
            "NullValueException",
            Mistake.NULL,
            "ValueTooLongException",
            Mistake.LENGTH,
            "ValueNotKeptException",
            Mistake.VALUE,
            "MissingParentException",
            Mistake.REFERENCE,
            "TransientReferenceException",
            Mistake.REFERENCE,
            "EntityStateException",
            Mistake.STATE,
            "ChildExistsException",
            Mistake.CHILD,
            "StaleEntityException",
            Mistake.STALE);

    private Refusals() {}

    /** Whether two lines of traces say the same, or tell of two mistakes; before that comes the last separator. */
    public static boolean same(String a, String b, String separator) {
        if (a.equals(b)) {
            return true;
        }
        int start = a.lastIndexOf(separator);
        int end = start < 0 ? 0 : start + separator.length();
        return b.startsWith(a.substring(0, end)) && areTwo(mistake(a.substring(end)), mistake(b.substring(end)));
    }

    /**
     * A reference to what is new may be refused as the null that Hibernate writes in its place. A key and a reference are
     * different columns; what is there twice may also be told as a state, or as a row that is not the expected one.
     */
    private static boolean areTwo(@Nullable Mistake a, @Nullable Mistake b) {
        if (a == null || b == null || a == b) {
            return false;
        }
        Set<Mistake> both = EnumSet.of(a, b);
        if (both.equals(EnumSet.of(Mistake.NULL, Mistake.REFERENCE))) {
            return false;
        }
        return OF_VALUES.contains(a)
                || OF_VALUES.contains(b)
                || both.equals(EnumSet.of(Mistake.KEY, Mistake.REFERENCE))
                || both.equals(EnumSet.of(Mistake.KEY, Mistake.CHILD));
    }

    private static @Nullable Mistake mistake(String text) {
        String name = text.startsWith(TAKEN_BACK)
                ? text.substring(TAKEN_BACK.length())
                : text.endsWith(SWALLOWED) ? text.substring(0, text.length() - SWALLOWED.length()) : text;
        return MISTAKES.get(name);
    }
}
