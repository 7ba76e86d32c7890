/** What a persistence implements to serve repositories; the semantics of Jakarta Data stand once, above it. */
@NullMarked
package dev.dovetail.repository.spi;

import org.jspecify.annotations.NullMarked;
