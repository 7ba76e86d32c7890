/** Fresh databases for test classes. */
@NullMarked
package dev.dovetail.testing.database;

import org.jspecify.annotations.NullMarked;
