/** Rows in memory with constraints, indexes and transactions: what a database is to the fake. */
@NullMarked
package dev.dovetail.repository.internal.store;

import org.jspecify.annotations.NullMarked;
