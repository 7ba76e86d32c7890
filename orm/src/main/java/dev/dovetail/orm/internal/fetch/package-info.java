/** The fetch guard: unloaded associations raise. */
@NullMarked
package dev.dovetail.orm.internal.fetch;

import org.jspecify.annotations.NullMarked;
