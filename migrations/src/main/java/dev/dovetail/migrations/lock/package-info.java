/** Keeps processes that migrate one database apart. */
@NullMarked
package dev.dovetail.migrations.lock;

import org.jspecify.annotations.NullMarked;
