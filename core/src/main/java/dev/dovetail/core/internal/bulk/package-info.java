/** How bulk operations reach each engine: chunks of rows to statements. */
@NullMarked
package dev.dovetail.core.internal.bulk;

import org.jspecify.annotations.NullMarked;
