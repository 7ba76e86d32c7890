/** The fake's unit of work: managed entities, what is loaded of them, and how they are written. */
@NullMarked
package dev.dovetail.repository.internal.work;

import org.jspecify.annotations.NullMarked;
