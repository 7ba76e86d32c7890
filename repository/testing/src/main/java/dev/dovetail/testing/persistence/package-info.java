/** One test class, run on the fake and on real databases. */
@NullMarked
package dev.dovetail.testing.persistence;

import org.jspecify.annotations.NullMarked;
