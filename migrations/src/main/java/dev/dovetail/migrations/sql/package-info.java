/** Taking a script apart into statements. */
@NullMarked
package dev.dovetail.migrations.sql;

import org.jspecify.annotations.NullMarked;
