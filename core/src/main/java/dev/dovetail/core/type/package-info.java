/** How jOOQ stores and reads Java types so that every engine, and Hibernate beside it, means the same value. */
@NullMarked
package dev.dovetail.core.type;

import org.jspecify.annotations.NullMarked;
