/** The statements of each engine that carry a change of schema out. */
@NullMarked
package dev.dovetail.migrations.ddl;

import org.jspecify.annotations.NullMarked;
