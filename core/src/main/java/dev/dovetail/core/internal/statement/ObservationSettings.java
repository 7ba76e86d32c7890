package dev.dovetail.core.internal.statement;

import dev.dovetail.core.statement.StatementLog;
import java.util.function.Predicate;

/**
 * The options of seeing, checked by who collected them.
 *
 * @param secret which values of parameters are never shown
 */
public record ObservationSettings(StatementLog log, Predicate<Object> secret) {}
