package dev.dovetail.core.internal.statement;

import dev.dovetail.core.statement.RepeatedStatements;
import dev.dovetail.core.statement.StatementLog;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The options of seeing, checked by who collected them.
 *
 * @param secret which values of parameters are never shown
 * @param slow from when a statement is slow, or null if none is
 * @param plans whether the plans of slow statements are found
 * @param statistics whether the statements of each transaction are added up
 * @param repeatedLimit how often a transaction may send the same text
 * @param repeated what happens if it does so more often, or null for nothing
 */
public record ObservationSettings(
        StatementLog log,
        Predicate<Object> secret,
        @Nullable Duration slow,
        boolean plans,
        boolean statistics,
        int repeatedLimit,
        @Nullable RepeatedStatements repeated) {}
