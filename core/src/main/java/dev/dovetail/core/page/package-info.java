/** Keyset paging over jOOQ's orders: where a page begins, whatever the directions and wherever nulls go. */
@NullMarked
package dev.dovetail.core.page;

import org.jspecify.annotations.NullMarked;
