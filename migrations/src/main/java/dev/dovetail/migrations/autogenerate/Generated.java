package dev.dovetail.migrations.autogenerate;

import dev.dovetail.migrations.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A migration that was generated. Immutable.
 *
 * @param revision its id; empty if there was nothing to do, and nothing was written
 * @param detected what was found, for each engine
 * @param files what was written
 */
public record Generated(Optional<RevisionId> revision, List<Detected> detected, List<Path> files) {

    /** Keeps copies. */
    public Generated {
        detected = List.copyOf(detected);
        files = List.copyOf(files);
    }
}
