/** Queries of the unit of work and their load options. */
@NullMarked
package dev.dovetail.orm.query;

import org.jspecify.annotations.NullMarked;
