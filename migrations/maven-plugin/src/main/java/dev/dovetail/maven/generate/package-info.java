/** jOOQ code generation from migrations. */
@NullMarked
package dev.dovetail.maven.generate;

import org.jspecify.annotations.NullMarked;
