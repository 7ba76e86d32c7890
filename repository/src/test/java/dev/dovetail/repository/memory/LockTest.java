package dev.dovetail.repository.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.Lock;
import dev.dovetail.repository.LockMode;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.memory.Forum.Member;
import dev.dovetail.repository.memory.Forum.Members;
import jakarta.data.Limit;
import jakarta.data.repository.By;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows that one transaction has locked, seen by another one. */
class LockTest {

    interface Locking extends DataRepository<Member, Long> {
        @Find
        @Lock
        Optional<Member> locked(@By(By.ID) Long id);

        @Query("where name <> ''")
        @OrderBy("name")
        @Lock(LockMode.SKIP_LOCKED)
        List<Member> free(Limit limit);
    }

    private final InMemoryPersistence persistence = InMemoryPersistence.of(
            options -> options.profile(EngineProfile.POSTGRESQL),
            Member.class,
            Forum.Post.class,
            Forum.Badge.class,
            Forum.Note.class);
    private final Members members = persistence.repository(Members.class);
    private final Locking locking = persistence.repository(Locking.class);
    private final Transactor tx = persistence.transactor();

    @Test
    void whatIsLockedIsNeitherLockedNorWrittenByOthersUntilTheEnd() {
        Long ann = members.insert(new Member("Ann", 1, 1)).id;
        members.insert(new Member("Bob", 2, 2));
        tx.run(() -> {
            Member mine = locking.locked(ann).orElseThrow();
            assertThatExceptionOfType(TransientConflictException.class)
                    .isThrownBy(() -> tx.requiresNew().run(() -> locking.locked(ann)));
            assertThatExceptionOfType(TransientConflictException.class)
                    .isThrownBy(() ->
                            tx.requiresNew().run(() -> members.findById(ann).orElseThrow().name = "Theirs"));
            tx.requiresNew()
                    .run(() -> assertThat(locking.free(Limit.of(1)))
                            .extracting(member -> member.name)
                            .containsExactly("Bob"));
            mine.name = "Mine";
        });
        tx.run(() -> assertThat(locking.free(Limit.of(9)))
                .extracting(member -> member.name)
                .containsExactly("Bob", "Mine"));
    }

    @Test
    @Timeout(60)
    void whoWaitsForALockSeesWhatTheOtherOneWrote() throws Exception {
        Long ann = members.insert(new Member("Ann", 1, 1)).id;
        AtomicReference<String> seen = new AtomicReference<>();
        Thread second =
                new Thread(() -> tx.run(() -> seen.set(locking.locked(ann).orElseThrow().name)));
        tx.run(() -> {
            locking.locked(ann).orElseThrow().name = "Anna";
            second.start();
            awaitWaiting(second);
        });
        second.join();
        assertThat(seen).hasValue("Anna");
    }

    @Test
    @Timeout(60)
    void whoWouldWaitForEachOtherDoesNot() throws Exception {
        Long ann = members.insert(new Member("Ann", 1, 1)).id;
        Long bob = members.insert(new Member("Bob", 2, 2)).id;
        CountDownLatch bobIsLocked = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread second = new Thread(() -> {
            try {
                tx.run(() -> {
                    locking.locked(bob);
                    bobIsLocked.countDown();
                    locking.locked(ann).orElseThrow().name = "Second";
                });
            } catch (Throwable unexpected) {
                failure.set(unexpected);
            }
        });
        assertThatExceptionOfType(TransientConflictException.class)
                .isThrownBy(() -> tx.run(() -> {
                    locking.locked(ann);
                    second.start();
                    bobIsLocked.await();
                    awaitWaiting(second);
                    locking.locked(bob);
                }));
        second.join();
        assertThat(failure).hasNullValue();
        assertThat(members.findById(ann).orElseThrow().name).isEqualTo("Second");
    }

    @Test
    @Timeout(60)
    void nobodyWaitsLongerThanHisTransactionMayTake() throws Exception {
        Long ann = members.insert(new Member("Ann", 1, 1)).id;
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread second = new Thread(() -> {
            try {
                tx.timeout(Duration.ofMillis(50)).run(() -> locking.locked(ann));
            } catch (Throwable expected) {
                failure.set(expected);
            }
        });
        tx.run(() -> {
            locking.locked(ann);
            second.start();
            second.join();
        });
        assertThat(failure.get()).isInstanceOf(TransientConflictException.class);
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(thread.isAlive()).as("it still waits").isTrue();
            Thread.onSpinWait();
        }
    }

    @Test
    void whatWasReadBeforeAndIsStaleIsNotLocked() {
        Long ann = members.insert(new Member("Ann", 1, 1)).id;
        assertThatExceptionOfType(StaleEntityException.class)
                .isThrownBy(() -> tx.run(() -> {
                    Member mine = members.findById(ann).orElseThrow();
                    tx.requiresNew().run(() -> members.findById(ann).orElseThrow().name = "Theirs");
                    assertThat(mine.name).isEqualTo("Ann");
                    locking.locked(ann);
                }));
    }
}
