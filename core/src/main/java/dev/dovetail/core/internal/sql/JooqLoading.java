package dev.dovetail.core.internal.sql;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Loads jOOQ's classes, once a JVM, on a thread of its own. It takes a good third of a second, about as long as the driver
 * takes for the first connection; side by side a program starts sooner. Thread-safe.
 */
public final class JooqLoading {

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private final Thread thread;

    private JooqLoading(Thread thread) {
        this.thread = thread;
    }

    /** Starts it, if this JVM has not done so yet. */
    public static JooqLoading start() {
        Thread thread = new Thread(JooqLoading::load, "dovetail-jooq-loading");
        thread.setDaemon(true);
        if (STARTED.compareAndSet(false, true)) {
            thread.start();
        }
        return new JooqLoading(thread);
    }

    /** Waits for its end, also on a thread that is interrupted, which it stays. */
    public void await() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What almost every query needs. A failure shows again, where it can be seen, when the first query is built. */
    private static void load() {
        DSL.using(SQLDialect.DEFAULT)
                .select(DSL.field(DSL.name("a"), SQLDataType.VARCHAR))
                .from(DSL.table(DSL.name("t")))
                .where(DSL.field(DSL.name("b"), SQLDataType.BIGINT).eq(1L))
                .getSQL();
    }
}
