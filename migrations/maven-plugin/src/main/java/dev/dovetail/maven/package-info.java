/** The Maven goals. */
@NullMarked
package dev.dovetail.maven;

import org.jspecify.annotations.NullMarked;
