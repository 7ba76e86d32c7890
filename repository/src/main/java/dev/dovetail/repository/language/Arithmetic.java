package dev.dovetail.repository.language;

import dev.dovetail.repository.spi.Operation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Computes with numbers as Java does, after promoting them to one type. */
public final class Arithmetic {

    private Arithmetic() {}

    /**
     * The number as one of another type.
     *
     * @throws ArithmeticException if it is a whole number that the other type cannot hold
     */
    public static Number convert(Number number, Class<?> type) {
        if (type == Double.class) {
            return number.doubleValue();
        }
        if (type == Float.class) {
            return number.floatValue();
        }
        if (type == BigDecimal.class) {
            return decimal(number);
        }
        if (type == BigInteger.class) {
            return decimal(number).toBigInteger();
        }
        if (type == Long.class) {
            return decimal(number).toBigInteger().longValueExact();
        }
        if (type == Integer.class) {
            return decimal(number).toBigInteger().intValueExact();
        }
        if (type == Short.class) {
            return decimal(number).toBigInteger().shortValueExact();
        }
        return type == Byte.class ? (Number) decimal(number).toBigInteger().byteValueExact() : number;
    }

    static int compare(Number a, Number b) {
        Class<?> type = Types.promoted(a.getClass(), b.getClass());
        if (type == Integer.class || type == Long.class) {
            return Long.compare(a.longValue(), b.longValue());
        }
        // -0.0 is not less than 0.0, as in the language and in databases.
        return type == Double.class || type == Float.class
                ? a.doubleValue() == b.doubleValue() ? 0 : Double.compare(a.doubleValue(), b.doubleValue())
                : decimal(a).compareTo(decimal(b));
    }

    /** The result; null for what was divided by zero. */
    static @Nullable Number compute(Operation operation, Number a, Number b) {
        Class<?> type = Types.promoted(a.getClass(), b.getClass());
        if (operation == Operation.DIVIDE
                && decimalOrNull(b) != null
                && decimal(b).signum() == 0) {
            return null;
        }
        if (type == Double.class || type == Float.class) {
            double result = compute(operation, a.doubleValue(), b.doubleValue());
            return type == Float.class ? (Number) (float) result : (Number) result;
        }
        if (type == BigDecimal.class) {
            return compute(operation, decimal(a), decimal(b));
        }
        BigInteger result =
                compute(operation, decimal(a).toBigInteger(), decimal(b).toBigInteger());
        return convert(result, type);
    }

    static Number negate(Number number) {
        return convert(
                decimalOrNull(number) == null
                        ? -number.doubleValue()
                        : decimal(number).negate(),
                resultType(number));
    }

    static Number abs(Number number) {
        boolean isNegative = number.doubleValue() < 0;
        return isNegative ? negate(number) : convert(number, resultType(number));
    }

    private static Class<?> resultType(Number number) {
        return Types.promoted(number.getClass(), Integer.class);
    }

    private static double compute(Operation operation, double a, double b) {
        return switch (operation) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            default -> throw new IllegalArgumentException(operation + " does not compute with two numbers");
        };
    }

    private static BigDecimal compute(Operation operation, BigDecimal a, BigDecimal b) {
        return switch (operation) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> a.divide(b, MathContext.DECIMAL128);
            default -> throw new IllegalArgumentException(operation + " does not compute with two numbers");
        };
    }

    private static BigInteger compute(Operation operation, BigInteger a, BigInteger b) {
        return switch (operation) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> a.divide(b);
            default -> throw new IllegalArgumentException(operation + " does not compute with two numbers");
        };
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        return number instanceof Double || number instanceof Float
                ? new BigDecimal(number.toString())
                : BigDecimal.valueOf(number.longValue());
    }

    /** Null for what is no number, or infinite. */
    private static @Nullable BigDecimal decimalOrNull(Number number) {
        double rough = number.doubleValue();
        return (number instanceof Double || number instanceof Float)
                        && (Double.isNaN(rough) || Double.isInfinite(rough))
                ? null
                : decimal(number);
    }
}
