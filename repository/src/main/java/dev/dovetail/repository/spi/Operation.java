package dev.dovetail.repository.spi;

/** What a {@link Expression.Call} computes. It is null where one of its operands is. */
public enum Operation {
    /** The sum of two numbers. */
    ADD,
    /** The difference of two numbers. */
    SUBTRACT,
    /** The product of two numbers. */
    MULTIPLY,
    /** The quotient of two numbers; of whole numbers it is cut to a whole one; by zero it is null. */
    DIVIDE,
    /** A number with the other sign. */
    NEGATE,
    /** A number without its sign. */
    ABS,
    /** The number of characters of a text. */
    LENGTH,
    /** A text in lower case. */
    LOWER,
    /** A text in upper case. */
    UPPER,
    /** The first characters of a text, as many as the second operand says; none if that is negative. */
    LEFT,
    /** The last characters of a text, as many as the second operand says; none if that is negative. */
    RIGHT,
    /** Two texts, one after the other. */
    CONCAT;

    /** Whether it takes two numbers and gives one. */
    public boolean isArithmetic() {
        return compareTo(DIVIDE) <= 0;
    }
}
