package dev.dovetail.migrations.autogenerate;

import java.util.List;

/**
 * What one of several revisions does that make up a change.
 *
 * @param title what it is, in a few words
 * @param transactional whether it is one transaction
 * @param remarks what a reader must know
 * @param up the statements of the V script
 * @param down the statements of the U script
 */
record Phase(String title, boolean transactional, List<String> remarks, List<String> up, List<String> down) {

    Phase {
        remarks = List.copyOf(remarks);
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    boolean isEmpty() {
        return up.isEmpty() && down.isEmpty();
    }
}
