package dev.dovetail.migrations.graph;

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
     * The revision whose id is this, or begins with this.
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

    /** Form of {@link Steps}. */
    Pattern STEPS = Pattern.compile("[+-]\\d{1,9}");

    /** Reads {@code head}, {@code base}, {@code +N}, {@code -N}, or else the id of a revision or its beginning. */
    static Target parse(String text) {
        String target = text.strip();
        return switch (target) {
            case "head" -> HEAD;
            case "base" -> new Base();
            default ->
                STEPS.matcher(target).matches() && Integer.parseInt(target) != 0
                        ? new Steps(Integer.parseInt(target))
                        : new Named(target);
        };
    }
}
