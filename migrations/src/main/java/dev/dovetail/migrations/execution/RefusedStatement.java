package dev.dovetail.migrations.execution;

import dev.dovetail.migrations.error.MigrationException;

/** On the way from a script that stopped outside a transaction to the row that says how far it came. */
final class RefusedStatement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final MigrationException failure;
    private final int done;
    private final int checksum;

    /**
     * With what is thrown in the end.
     *
     * @param done how many statements took effect
     * @param checksum of these
     */
    RefusedStatement(MigrationException failure, int done, int checksum) {
        super(failure);
        this.failure = failure;
        this.done = done;
        this.checksum = checksum;
    }

    MigrationException failure() {
        return failure;
    }

    int done() {
        return done;
    }

    int checksum() {
        return checksum;
    }
}
