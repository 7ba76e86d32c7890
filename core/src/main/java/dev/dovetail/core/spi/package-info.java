@NullMarked
package dev.dovetail.core.spi;

import org.jspecify.annotations.NullMarked;
