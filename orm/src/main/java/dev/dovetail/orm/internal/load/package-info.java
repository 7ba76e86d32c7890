/** Loading associations on purpose: selectin. */
@NullMarked
package dev.dovetail.orm.internal.load;

import org.jspecify.annotations.NullMarked;
