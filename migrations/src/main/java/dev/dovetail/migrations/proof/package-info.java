/** Proves that scripts lead exactly where they should, and back. */
@NullMarked
package dev.dovetail.migrations.proof;

import org.jspecify.annotations.NullMarked;
