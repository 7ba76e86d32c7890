/** What can go wrong with entities. */
@NullMarked
package dev.dovetail.orm.error;

import org.jspecify.annotations.NullMarked;
