/** Looks for what locks, rewrites, loses data or breaks running instances in migration scripts, without a database. */
@NullMarked
package dev.dovetail.migrations.lint;

import org.jspecify.annotations.NullMarked;
