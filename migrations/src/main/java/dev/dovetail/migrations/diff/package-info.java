/** What leads from one schema to another, as an ordered list of operations. */
@NullMarked
package dev.dovetail.migrations.diff;

import org.jspecify.annotations.NullMarked;
