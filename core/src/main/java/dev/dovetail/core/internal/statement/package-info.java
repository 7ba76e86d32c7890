/** Seeing what is sent: log, recordings, counters. */
@NullMarked
package dev.dovetail.core.internal.statement;

import org.jspecify.annotations.NullMarked;
