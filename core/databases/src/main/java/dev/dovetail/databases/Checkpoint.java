package dev.dovetail.databases;

/**
 * The rows of a database as they were at one moment, to come back to between tests. Made by {@link
 * TestDatabase#checkpoint()}; goes with its database. Not thread-safe: nobody else works on the database meanwhile.
 */
public interface Checkpoint {

    /**
     * Brings back the rows of every table that was there, and the ids that tables count themselves: what was inserted
     * since is gone, the next id is the one that it would have been. No foreign key is in the way; triggers fire on H2 and
     * MariaDB.
     *
     * <p>Sequences that hand out one number at a time begin again, too; those that hand out blocks go on, as others may
     * have a block in hand. What else has changed, such as tables that were made, altered or dropped, comes back on SQLite
     * only.
     *
     * @throws IllegalStateException if the database refuses it, for example because somebody holds locks
     */
    void restore();
}
