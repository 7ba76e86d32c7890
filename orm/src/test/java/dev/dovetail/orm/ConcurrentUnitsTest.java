package dev.dovetail.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.transaction.Retry;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.Note;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.work.UnitOfWork;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hundred threads with units of work of their own: nothing leaks, nobody sees another one's entities, sums are right. */
@OnEachDatabase
@Timeout(300)
class ConcurrentUnitsTest extends ShopTest {

    private static final int THREADS = 100;
    private static final Duration LENGTH = Duration.ofSeconds(Boolean.getBoolean("dovetail.exhaustive") ? 60 : 3);

    private final Map<Session, Thread> sessions = new ConcurrentHashMap<>();
    private final AtomicLong notes = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong takenBack = new AtomicLong();

    ConcurrentUnitsTest(TestDatabase database) {
        super(database);
    }

    @Test
    void aHundredUnitsOfWorkAtATime() throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(user("user" + i, 0));
        }
        run(uow -> uow.select(User.class).list().forEach(user -> user.setName("100")));
        long seed = 4711;
        long end = System.nanoTime() + LENGTH.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(seed + i);
                all.add(threads.submit(() -> {
                    do {
                        attempt(random, ids);
                    } while (System.nanoTime() < end);
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        long sum = work(uow -> uow.select(User.class).list().stream()
                .mapToLong(user -> Long.parseLong(user.getName()))
                .sum());
        assertThat(sum).as("sum, seed %d", seed).isEqualTo(2_000);
        assertThat(count(DSL.table(DSL.name("notes")))).isEqualTo((int) done.get());
        assertThat(sessions).isEmpty();
        assertThat(db.pool().active()).isZero();
        assertThat(done.get()).isPositive();
        System.out.printf("%s: %d units of work done, %d taken back%n", database.engine(), done.get(), takenBack.get());
    }

    private void attempt(Random random, List<Long> ids) {
        try {
            tx.retry(Retry.exponential(20, Duration.ofMillis(2))).run(() -> transfer(random, ids));
            done.incrementAndGet();
        } catch (OptimisticLockingFailureException | OnPurpose expected) {
            takenBack.incrementAndGet();
        }
    }

    /** From one to another, one of them through its entity and the other one through SQL, with a note of it. */
    private void transfer(Random random, List<Long> ids) {
        UnitOfWork uow = persistence.unitOfWork();
        Session session = uow.session().unwrap(SessionImplementor.class);
        assertThat(sessions.put(session, Thread.currentThread())).isNull();
        try {
            int from = random.nextInt(ids.size());
            int to = (from + 1 + random.nextInt(ids.size() - 1)) % ids.size();
            User first = uow.get(User.class, ids.get(from));
            User second = uow.get(User.class, ids.get(to));
            first.setName(String.valueOf(Long.parseLong(first.getName()) - 1));
            second.setName(String.valueOf(Long.parseLong(second.getName()) + 1));
            uow.add(new Note(
                    notes.incrementAndGet(), first, Thread.currentThread().getName()));
            List<String> mine = uow.sql()
                    .select(USER_NAME)
                    .from(USERS)
                    .where(USER_ID.eq(first.getId()))
                    .fetch(USER_NAME);
            assertThat(mine).containsExactly(first.getName());
            assertThat(uow.session().unwrap(SessionImplementor.class)).isSameAs(session);
            assertThat(uow.get(User.class, ids.get(to))).isSameAs(second);
            if (random.nextInt(5) == 0) {
                throw new OnPurpose();
            }
        } finally {
            assertThat(sessions.remove(session)).isSameAs(Thread.currentThread());
        }
    }

    private static final class OnPurpose extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
