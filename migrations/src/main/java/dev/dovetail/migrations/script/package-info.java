/** Migration scripts: where they lie, what their names and headers say. */
@NullMarked
package dev.dovetail.migrations.script;

import org.jspecify.annotations.NullMarked;
