package dev.dovetail.orm.internal.fetch;

import java.util.function.Supplier;
import org.hibernate.Interceptor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * What the guard knows about one session. It is the session's interceptor, because that is found from a session without
 * a look-up; it intercepts nothing. Used by the session's thread.
 */
public final class SessionScope implements Interceptor {

    private int mapperWork;
    private @Nullable Origin origin;

    /** A scope for a new session. */
    public SessionScope() {}

    static @Nullable SessionScope of(SharedSessionContractImplementor session) {
        return session.getInterceptor() instanceof SessionScope scope ? scope : null;
    }

    /** Runs work whose loaded entities are said to come from the origin. */
    public <T extends @Nullable Object> T loading(Origin by, Supplier<T> work) {
        Origin outer = origin;
        origin = by;
        try {
            return work.get();
        } finally {
            origin = outer;
        }
    }

    @Nullable
    Origin origin() {
        return origin;
    }

    boolean isMapperWorking() {
        return mapperWork > 0;
    }

    void beginMapperWork() {
        mapperWork++;
    }

    void endMapperWork() {
        mapperWork--;
    }
}
