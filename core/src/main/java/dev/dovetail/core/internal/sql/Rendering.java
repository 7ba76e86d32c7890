package dev.dovetail.core.internal.sql;

import dev.dovetail.core.spi.StatementInfo;
import java.util.List;
import org.jooq.Param;

/**
 * A statement as jOOQ would send it.
 *
 * @param sql its text with placeholders
 * @param params what is bound to the placeholders, in their order
 * @param info what it does
 */
public record Rendering(String sql, List<Param<?>> params, StatementInfo info) {

    /** Keeps a copy of the parameters. */
    public Rendering {
        params = List.copyOf(params);
    }
}
