/** Metrics for Micrometer, which an application adds itself; nothing here is loaded unless it is used. */
@NullMarked
package dev.dovetail.core.metrics;

import org.jspecify.annotations.NullMarked;
