/** The unit of work. */
@NullMarked
package dev.dovetail.orm.work;

import org.jspecify.annotations.NullMarked;
