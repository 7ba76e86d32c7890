package dev.dovetail.repository.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.MissingParentException;
import dev.dovetail.core.error.TransactionException;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.transaction.Isolation;
import dev.dovetail.core.transaction.Retry;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.memory.Forum.Badge;
import dev.dovetail.repository.memory.Forum.Badges;
import dev.dovetail.repository.memory.Forum.Member;
import dev.dovetail.repository.memory.Forum.Members;
import dev.dovetail.repository.memory.Forum.Note;
import dev.dovetail.repository.memory.Forum.Notes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Transactions at the same time. */
class ConcurrentTransactionsTest {

    private final InMemoryPersistence persistence = Forum.open();
    private final Members members = persistence.repository(Members.class);
    private final Badges badges = persistence.repository(Badges.class);
    private final Notes notes = persistence.repository(Notes.class);

    @Test
    void theLaterCommitOfTwoChangesFails() {
        Member ann = members.insert(new Member("Ann", 1, 1));
        assertThatExceptionOfType(StaleEntityException.class)
                .isThrownBy(() -> inTransaction(() -> {
                    Member mine = members.findById(ann.id).orElseThrow();
                    mine.name = "Mine";
                    members.update(mine);
                    meanwhile(() -> {
                        Member theirs = members.findById(ann.id).orElseThrow();
                        theirs.name = "Theirs";
                        members.update(theirs);
                    });
                }));
        assertThat(members.called("Theirs")).isPresent();
    }

    @Test
    void aChangeOfARowThatWasChangedUnderneathFailsAtTheFlushAlsoWithoutVersion() {
        notes.insert(new Note("a", "first"));
        assertThatExceptionOfType(StaleEntityException.class)
                .isThrownBy(() -> inTransaction(() -> {
                    Note mine = notes.findById("a").orElseThrow();
                    meanwhile(() -> notes.save(new Note("a", "theirs")));
                    mine.text = "mine";
                }));
        assertThat(notes.findById("a").orElseThrow().text).isEqualTo("theirs");
    }

    @Test
    void theLaterCommitOfTwoEqualKeysFails() {
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> inTransaction(() -> {
                    members.insert(new Member("Ann", 1, 1));
                    meanwhile(() -> members.insert(new Member("Bob", 1, 1)));
                }));
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> inTransaction(() -> {
                    notes.insert(new Note("a", "mine"));
                    meanwhile(() -> notes.insert(new Note("a", "theirs")));
                }));
        assertThat(members.findAll())
                .singleElement()
                .extracting(Member::getName)
                .isEqualTo("Bob");
    }

    @Test
    void aReferenceToWhatIsDeletedMeanwhileFails() {
        Member ann = members.insert(new Member("Ann", 1, 1));
        assertThatExceptionOfType(MissingParentException.class)
                .isThrownBy(() -> inTransaction(() -> {
                    badges.insert(new Badge(ann, "red"));
                    meanwhile(() -> members.deleteById(ann.id));
                }));
    }

    @Test
    void aDeleteOfWhatIsReferredToMeanwhileFails() {
        Member ann = members.insert(new Member("Ann", 1, 1));
        assertThatExceptionOfType(ChildExistsException.class)
                .isThrownBy(() -> inTransaction(() -> {
                    members.deleteById(ann.id);
                    meanwhile(() -> badges.insert(new Badge(ann, "red")));
                }));
    }

    @Test
    void eachStatementSeesWhatIsCommittedThen() {
        inTransaction(() -> {
            assertThat(notes.findAll()).isEmpty();
            meanwhile(() -> notes.insert(new Note("a", "theirs")));
            assertThat(notes.findAll()).hasSize(1);
        });
    }

    @Test
    void aSerializableTransactionThatWroteAfterOthersChangedWhatItReadIsRunAgain() {
        AtomicInteger attempts = new AtomicInteger();
        int seen = persistence
                .transactor()
                .isolation(Isolation.SERIALIZABLE)
                .retry(Retry.exponential(3, Duration.ofMillis(1)))
                .call(() -> {
                    int count = (int) notes.findAll().count();
                    if (attempts.incrementAndGet() == 1) {
                        meanwhile(() -> notes.insert(new Note("a", "theirs")));
                    }
                    notes.insert(new Note("b", String.valueOf(count)));
                    return count;
                });
        assertThat(seen).isEqualTo(1);
        assertThat(attempts).hasValue(2);
    }

    @Test
    void repeatableReadsSeeOneState() {
        Member ann = members.insert(new Member("Ann", 1, 1));
        Member bob = members.insert(new Member("Bob", 1, 2));
        notes.insert(new Note("a", "before"));
        persistence.transactor().isolation(Isolation.REPEATABLE_READ).readOnly().run(() -> {
            assertThat(notes.findAll()).hasSize(1);
            meanwhile(() -> {
                notes.save(new Note("a", "after"));
                notes.insert(new Note("b", "after"));
                members.deleteById(bob.id);
                members.insert(new Member("Cid", 2, 1));
                ann.name = "Anna";
                members.update(ann);
            });
            assertThat(notes.findAll()).extracting(note -> note.text).containsExactly("before");
            assertThat(notes.findById("b")).isEmpty();
            assertThat(members.called("Ann")).isPresent();
            assertThat(members.called("Anna")).isEmpty();
            assertThat(members.findById(bob.id)).isPresent();
            assertThat(members.findAll()).extracting(Member::getName).containsExactlyInAnyOrder("Ann", "Bob");
            meanwhile(() -> notes.deleteById("a"));
            assertThat(notes.findById("a")).isPresent();
        });
        assertThat(notes.findAll()).extracting(note -> note.id).containsExactly("b");
    }

    @Test
    void aWriteOfWhatOthersChangedSinceTheStateThatIsSeenIsWorthARetry() {
        Member ann = members.insert(new Member("Ann", 1, 1));
        for (Consumer<Member> write : List.<Consumer<Member>>of(mine -> mine.name = "Mine", members::delete)) {
            assertThatExceptionOfType(TransientConflictException.class)
                    .isThrownBy(() -> persistence
                            .transactor()
                            .isolation(Isolation.REPEATABLE_READ)
                            .run(() -> {
                                Member mine = members.findById(ann.id).orElseThrow();
                                meanwhile(() -> {
                                    Member theirs = members.findById(ann.id).orElseThrow();
                                    theirs.name += "!";
                                    members.update(theirs);
                                });
                                write.accept(mine);
                            }));
        }
        assertThat(members.called("Ann!!")).isPresent();
    }

    @Test
    void aTransactionOfItsOwnCommitsBesideTheWaitingOneWhereTheEngineLetsIt() {
        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(() -> inTransaction(
                        () -> persistence.transactor().requiresNew().run(() -> {})))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(CoreError.SELF_DEADLOCK));
        InMemoryPersistence postgresql =
                InMemoryPersistence.of(options -> options.profile(EngineProfile.POSTGRESQL), Note.class);
        Notes there = postgresql.repository(Notes.class);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> postgresql.transactor().run(() -> {
                    there.insert(new Note("a", "lost"));
                    postgresql.transactor().requiresNew().run(() -> {
                        assertThat(there.findAll()).isEmpty();
                        there.insert(new Note("b", "kept"));
                    });
                    throw new IllegalStateException("on purpose");
                }));
        assertThat(there.findAll()).extracting(note -> note.id).containsExactly("b");
    }

    @Test
    void manyThreadsLoseNoUpdate() throws Exception {
        notes.insert(new Note("counter", "0"));
        int threads = 8;
        int perThread = 50;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    for (int j = 0; j < perThread; j++) {
                        countUp();
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(notes.findById("counter").orElseThrow().text).isEqualTo(String.valueOf(threads * perThread));
    }

    private void countUp() {
        while (true) {
            try {
                inTransaction(() -> {
                    Note counter = notes.findById("counter").orElseThrow();
                    counter.text = String.valueOf(Integer.parseInt(counter.text) + 1);
                });
                return;
            } catch (StaleEntityException lost) {
                assertThat(lost.code().id()).isEqualTo("DVT-606");
            }
        }
    }

    private void inTransaction(Runnable work) {
        persistence.transactor().run(work::run);
    }

    /** On another thread, to its end. */
    private static void meanwhile(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }
}
