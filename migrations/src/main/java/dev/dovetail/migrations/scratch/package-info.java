/** Databases that live for one run: to replay scripts on, and to see what a model makes. */
@NullMarked
package dev.dovetail.migrations.scratch;

import org.jspecify.annotations.NullMarked;
