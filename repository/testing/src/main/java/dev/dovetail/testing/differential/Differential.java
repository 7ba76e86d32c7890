package dev.dovetail.testing.differential;

import dev.dovetail.repository.Persistence;
import java.util.Objects;

/**
 * Makes the same calls on a fake and on a real persistence, and fails where they differ: in what a call returns, in the type
 * of what it throws, or in what becomes of a transaction.
 *
 * <pre>{@code
 * Differential.of(fake, real).run(persistence -> {
 *     Members members = persistence.repository(Members.class);
 *     members.insert(new Member("ann@example.com"));
 *     members.insert(new Member("ann@example.com"));      // fails on both, in the same way
 * });
 * }</pre>
 *
 * <p>Entities are compared by class and by their own values; what they are associated with is not looked at. Lists count as sets
 * where nothing asks for an order. A block that lets an exception out ends there, on both. Both persistences should hold the
 * same before, for instance nothing. Immutable; thread-safe if both are.
 */
public final class Differential {

    private final Persistence fake;
    private final Persistence real;
    private final boolean ids;

    private Differential(Persistence fake, Persistence real, boolean ids) {
        this.fake = Objects.requireNonNull(fake, "fake");
        this.real = Objects.requireNonNull(real, "real");
        this.ids = ids;
    }

    /** Of two persistences with the same entities; both stay the caller's to close. */
    public static Differential of(Persistence fake, Persistence real) {
        return new Differential(fake, real, true);
    }

    /**
     * Likewise, but for ids that the persistence gives: neither they nor arguments of calls are compared. For ids from sequences
     * on databases that others have used before.
     */
    public Differential ignoringIds() {
        return new Differential(fake, real, false);
    }

    /**
     * Runs the block on the fake, then on the real persistence, and compares each call of a repository, each transaction and
     * the end of the block.
     *
     * @param block works with the persistence that it is given, and with entities that it makes itself
     * @throws DifferenceError with the first call that differs, both results or exceptions, and the calls before
     * @throws AssertionError that of the block itself, if it fails in the same way on both
     */
    public void run(Block block) {
        Transcript onFake = Transcript.of(fake, ids, block);
        Transcript onReal = Transcript.of(real, ids, block);
        onFake.requireSame(onReal);
    }

    /** Calls to be made on both. */
    @FunctionalInterface
    public interface Block {
        /** Makes them on one. */
        void on(Persistence persistence) throws Exception;
    }
}
