/** Draws schemas: as Mermaid, and as SVG. */
@NullMarked
package dev.dovetail.migrations.diagram;

import org.jspecify.annotations.NullMarked;
