/** Revisions with their scripts, the order between them, and the targets that name them. */
@NullMarked
package dev.dovetail.migrations.graph;

import org.jspecify.annotations.NullMarked;
