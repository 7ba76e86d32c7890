/** How attributes are stored where the column alone does not say it. */
@NullMarked
package dev.dovetail.orm.type;

import org.jspecify.annotations.NullMarked;
