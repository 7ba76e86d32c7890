package dev.dovetail.core.type;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.ValueNotKeptException;
import java.util.Arrays;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The floating point numbers that an engine has. jOOQ's and Hibernate's bindings both stand on this. */
public final class FloatingPoint {

    private FloatingPoint() {}

    /**
     * The number, if the engine keeps it.
     *
     * @param type what the column holds, for the message
     * @throws ValueNotKeptException if it would become null or another number
     */
    public static double require(double value, String type, SQLDialect family) {
        boolean kept = switch (family) {
            case SQLITE -> !Double.isNaN(value);
            case MARIADB, MYSQL -> Double.isFinite(value);
            default -> true;
        };
        if (!kept) {
            throw new ValueNotKeptException(
                    type,
                    String.valueOf(value),
                    name(family),
                    "the engine has no such number",
                    "make the column nullable and write null, or a number that stands for it",
                    null);
        }
        return value;
    }

    static QueryPart literal(Number value, String type, String sqlType, SQLDialect family) {
        double number = require(value.doubleValue(), type, family);
        if (Double.isFinite(number)) {
            return DSL.inline(value);
        }
        if (family == SQLDialect.SQLITE) {
            // It has no name for the infinities, but numbers that are too large become them.
            return DSL.raw(number > 0 ? "9e999" : "-9e999");
        }
        return DSL.raw("cast('" + number + "' as " + sqlType + ")");
    }

    static String name(SQLDialect family) {
        return Arrays.stream(Engine.values())
                .filter(engine -> engine.dialect() == family)
                .map(Engine::displayName)
                .findFirst()
                .orElse(family.getName());
    }
}
