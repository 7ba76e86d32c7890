/** The errors of migrations, each with a stable code. */
@NullMarked
package dev.dovetail.migrations.error;

import org.jspecify.annotations.NullMarked;
