/** Queries of the unit of work. */
@NullMarked
package dev.dovetail.orm.internal.query;

import org.jspecify.annotations.NullMarked;
