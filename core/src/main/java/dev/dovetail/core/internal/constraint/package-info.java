/** Finds out what an engine does not say about a broken constraint. */
@NullMarked
package dev.dovetail.core.internal.constraint;

import org.jspecify.annotations.NullMarked;
