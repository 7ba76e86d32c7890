/** What SQLite does not say by itself. */
@NullMarked
package dev.dovetail.core.internal.sqlite;

import org.jspecify.annotations.NullMarked;
