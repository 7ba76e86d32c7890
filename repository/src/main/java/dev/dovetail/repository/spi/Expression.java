package dev.dovetail.repository.spi;

import java.lang.invoke.MethodType;
import java.util.List;

/** A value that a query computes for a row, possibly null. */
public sealed interface Expression {

    /** Its type; never a primitive one. */
    Class<?> type();

    /** Whether it is the same for all rows: it reads no attribute. */
    default boolean isConstant() {
        return true;
    }

    /**
     * The value of an attribute; null also where the way to it ends early.
     *
     * @param path to a basic value or one other entity
     */
    record Attribute(AttributePath path) implements Expression {

        @Override
        public Class<?> type() {
            return boxed(path.last().type());
        }

        @Override
        public boolean isConstant() {
            return false;
        }
    }

    /** A fixed value. */
    record Literal(Object value) implements Expression {

        @Override
        public Class<?> type() {
            return value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        }
    }

    /**
     * A value given with the query.
     *
     * @param index its position among the arguments, from 0
     * @param type the type that all its values have
     */
    record Argument(int index, Class<?> type) implements Expression {

        /** Takes primitive types for what holds their values. */
        public Argument {
            type = boxed(type);
        }
    }

    /** The result of an operation. */
    record Call(Operation operation, List<Expression> operands, Class<?> type) implements Expression {

        /** Keeps a copy of the operands. */
        public Call {
            operands = List.copyOf(operands);
        }

        @Override
        public boolean isConstant() {
            return operands.stream().allMatch(Expression::isConstant);
        }
    }

    /** The type that holds the values of a type, which may be primitive. */
    static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
    }
}
