package dev.dovetail.migrations.graph;

import java.util.List;
import java.util.regex.Pattern;

/** Where an upgrade, a downgrade or a stamp should lead, as in Alembic. */
public sealed interface Target {

    /** The newest revision. */
    record Head() implements Target {
        @Override
        public String toString() {
            return "head";
        }
    }

    /** The newest revision of every branch. */
    record Heads() implements Target {
        @Override
        public String toString() {
            return "heads";
        }
    }

    /**
     * A place on the branch that begins with a label.
     *
     * @param label the label
     * @param target {@link Head}, or {@link Base} for before the branch
     */
    record OnBranch(String label, Target target) implements Target {
        @Override
        public String toString() {
            return label + "@" + target;
        }
    }

    /** Before the first revision. */
    record Base() implements Target {
        @Override
        public String toString() {
            return "base";
        }
    }

    /**
     * So many steps on, or back.
     *
     * @param steps positive or negative
     */
    record Steps(int steps) implements Target {
        @Override
        public String toString() {
            return steps > 0 ? "+" + steps : String.valueOf(steps);
        }
    }

    /**
     * The revision whose label or id is this, or whose id begins with this.
     *
     * @param text what was written
     */
    record Named(String text) implements Target {
        @Override
        public String toString() {
            return text;
        }
    }

    /** The newest revision. */
    Target HEAD = new Head();

    /** One step back. */
    Target ONE_BACK = new Steps(-1);

    /** Whether it makes sense where there are several heads. */
    default boolean allowsSeveralHeads() {
        return this instanceof Heads || this instanceof OnBranch;
    }

    /** Form of {@link Steps}. */
    Pattern STEPS = Pattern.compile("[+-]\\d{1,9}");

    /**
     * Reads {@code head}, {@code heads}, {@code base}, {@code label@head}, {@code label@base}, {@code +N}, {@code -N}, or
     * else a label, or the id of a revision or its beginning.
     */
    static Target parse(String text) {
        String target = text.strip();
        int at = target.lastIndexOf('@');
        if (at > 0 && List.of("head", "base").contains(target.substring(at + 1))) {
            return new OnBranch(target.substring(0, at), parse(target.substring(at + 1)));
        }
        return switch (target) {
            case "head" -> HEAD;
            case "heads" -> new Heads();
            case "base" -> new Base();
            default ->
                STEPS.matcher(target).matches() && Integer.parseInt(target) != 0
                        ? new Steps(Integer.parseInt(target))
                        : new Named(target);
        };
    }
}
