/** Boots Hibernate the way Dovetail needs it. */
@NullMarked
package dev.dovetail.orm.internal.boot;

import org.jspecify.annotations.NullMarked;
