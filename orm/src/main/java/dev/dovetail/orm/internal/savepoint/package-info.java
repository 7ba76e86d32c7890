/** Entities as they were when a savepoint was set. */
@NullMarked
package dev.dovetail.orm.internal.savepoint;

import org.jspecify.annotations.NullMarked;
