/** Conditions of CHECK constraints, understood as far as all engines agree on them. */
@NullMarked
package dev.dovetail.repository.internal.check;

import org.jspecify.annotations.NullMarked;
