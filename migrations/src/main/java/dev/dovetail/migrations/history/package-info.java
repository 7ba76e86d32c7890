/** The history table: what was applied to a database. */
@NullMarked
package dev.dovetail.migrations.history;

import org.jspecify.annotations.NullMarked;
