/** Changes of many rows in batches, each a transaction, that can be stopped and go on where they were. */
@NullMarked
package dev.dovetail.migrations.backfill;

import org.jspecify.annotations.NullMarked;
