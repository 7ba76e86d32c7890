/** The unit of work: pending changes, flush points, coherence. */
@NullMarked
package dev.dovetail.orm.internal.work;

import org.jspecify.annotations.NullMarked;
