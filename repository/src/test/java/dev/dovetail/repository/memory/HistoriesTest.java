package dev.dovetail.repository.memory;

import static dev.dovetail.repository.memory.EngineProfile.H2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.transaction.Isolation;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.memory.Forum.Note;
import dev.dovetail.repository.memory.Forum.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Random transactions of several threads: no change is lost, one state is seen, and the serializable ones have an order. */
@ParameterizedClass
@EnumSource
@Timeout(60)
class HistoriesTest {

    private static final int THREADS = 4;
    private static final int ROUNDS = Boolean.getBoolean("dovetail.exhaustive") ? 5_000 : 60;
    private static final int ACCOUNTS = 5;

    private final EngineProfile profile;
    private final InMemoryPersistence persistence;
    private final Notes notes;
    private final long seed = Long.getLong("dovetail.histories.seed", System.nanoTime());

    HistoriesTest(EngineProfile profile) {
        this.profile = profile;
        this.persistence = InMemoryPersistence.of(options -> options.profile(profile), Note.class);
        this.notes = persistence.repository(Notes.class);
        for (int i = 0; i < ACCOUNTS; i++) {
            notes.insert(new Note("account " + i, "0"));
        }
    }

    private Transactor tx(@Nullable Isolation isolation) {
        return isolation == null
                ? persistence.transactor()
                : persistence.transactor().isolation(isolation);
    }

    @Test
    void noTransferIsLostAndReadersSeeAllOfThemOrNone() throws Exception {
        for (Isolation isolation : new Isolation[] {null, Isolation.REPEATABLE_READ, Isolation.SERIALIZABLE}) {
            List<int[]> done = inThreads(random -> {
                int[] moved = new int[ACCOUNTS];
                for (int i = 0; i < ROUNDS; i++) {
                    if (random.nextInt(4) == 0) {
                        requireBalance(isolation);
                    } else {
                        transfer(isolation, random, moved);
                    }
                }
                return moved;
            });
            for (int i = 0; i < ACCOUNTS; i++) {
                int account = i;
                Note note = notes.findById("account " + i).orElseThrow();
                assertThat(Integer.parseInt(note.text))
                        .as("%s %s, seed %d, account %d", profile, isolation, seed, i)
                        .isEqualTo(done.stream().mapToInt(each -> each[account]).sum());
                note.text = "0";
                notes.update(note);
            }
        }
    }

    private void transfer(@Nullable Isolation isolation, Random random, int[] moved) {
        int from = random.nextInt(ACCOUNTS);
        int to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
        try {
            tx(isolation).run(() -> {
                add(from, -1);
                add(to, 1);
            });
            moved[from]--;
            moved[to]++;
        } catch (StaleEntityException | TransientConflictException overtaken) {
            // Nothing of it took place.
            assertThat(overtaken.getMessage()).contains("DVT-");
        }
    }

    private void add(int account, int amount) {
        Note note = notes.findById("account " + account).orElseThrow();
        note.text = String.valueOf(Integer.parseInt(note.text) + amount);
    }

    /** One by one, so that other transactions commit in between. */
    private void requireBalance(@Nullable Isolation isolation) {
        Isolation oneState = isolation == null ? Isolation.REPEATABLE_READ : isolation;
        int sum = tx(oneState).readOnly().call(() -> {
            int all = 0;
            for (int i = 0; i < ACCOUNTS; i++) {
                all += Integer.parseInt(notes.findById("account " + i).orElseThrow().text);
                Thread.yield();
            }
            return all;
        });
        assertThat(sum).as("%s %s, seed %d", profile, isolation, seed).isZero();
    }

    /** Each looks that nobody is on duty, and then goes on duty itself: by turns that is one, never two. */
    @Test
    void serializableTransactionsHaveAnOrder() throws Exception {
        if (profile == H2) {
            // Sees one state, but not what others make of it.
            return;
        }
        for (int round = 0; round < ROUNDS / 10; round++) {
            for (int i = 0; i < ACCOUNTS; i++) {
                Note note = notes.findById("account " + i).orElseThrow();
                note.text = "0";
                notes.update(note);
            }
            CyclicBarrier together = new CyclicBarrier(THREADS);
            inThreads(random -> {
                int mine = random.nextInt(ACCOUNTS);
                together.await();
                try {
                    tx(Isolation.SERIALIZABLE).run(() -> {
                        boolean free = notes.findAll().allMatch(note -> note.text.equals("0"));
                        Thread.yield();
                        if (free) {
                            notes.findById("account " + mine).orElseThrow().text = "1";
                        }
                    });
                } catch (StaleEntityException | TransientConflictException overtaken) {
                    assertThat(overtaken.getMessage()).contains("DVT-");
                }
                return mine;
            });
            assertThat(notes.findAll().filter(note -> note.text.equals("1")))
                    .as("%s, seed %d", profile, seed)
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private <T> List<T> inThreads(Work<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(seed + i);
                tasks.add(() -> work.in(random));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : pool.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Random random) throws Exception;
    }
}
