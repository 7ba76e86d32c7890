package dev.dovetail.migrations.result;

import dev.dovetail.migrations.revision.RevisionId;
import java.time.Duration;

/**
 * A script that ran.
 *
 * @param direction which way
 * @param revision the revision that it made, or took back
 * @param description the words in its name
 * @param script its file
 * @param elapsed how long it took, its transaction included
 */
public record AppliedStep(
        Direction direction, RevisionId revision, String description, String script, Duration elapsed) {}
