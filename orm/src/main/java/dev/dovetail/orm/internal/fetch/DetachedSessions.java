package dev.dovetail.orm.internal.fetch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** One for all collections whose owners were loaded by the same call. Thread-safe. */
final class DetachedSessions {

    /** A program has few calls that load; one whose calls differ each time must not fill the memory. */
    private static final int MOST = 1000;

    private final SessionFactoryImplementor factory;
    private final SharedSessionContractImplementor ofUnknown;
    private final Map<Origin, SharedSessionContractImplementor> known = new ConcurrentHashMap<>();

    DetachedSessions(SessionFactoryImplementor factory) {
        this.factory = factory;
        this.ofUnknown = DetachedSession.ofCollections(factory, null);
    }

    SharedSessionContractImplementor of(@Nullable Origin origin) {
        if (origin == null) {
            return ofUnknown;
        }
        SharedSessionContractImplementor session = known.get(origin);
        if (session == null) {
            session = DetachedSession.ofCollections(factory, origin);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(origin, session);
        }
        return session;
    }
}
