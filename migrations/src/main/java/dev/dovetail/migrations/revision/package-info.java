/** The ids of revisions. */
@NullMarked
package dev.dovetail.migrations.revision;

import org.jspecify.annotations.NullMarked;
