package dev.dovetail.core.internal.pool;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/** Which failures make a connection useless: the pool's own list misses some and has two that only say "no". */
final class EvictionRule implements SQLExceptionOverride {

    /** PostgreSQL has ended the session: idle too long, in a transaction too long, its database dropped. */
    private static final Set<String> SESSION_ENDED = Set.of("25P03", "25P04", "57P04", "57P05");

    /** "Feature not supported", and MySQL's "unknown error": the connection goes on, and so must its transaction. */
    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (SESSION_ENDED.contains(state)) {
            return Override.MUST_EVICT;
        }
        return state.equals("0A000") || (failure.getErrorCode() == 1105 && !state.startsWith("08"))
                ? Override.DO_NOT_EVICT
                : Override.CONTINUE_EVICT;
    }
}
