/** How test classes run several times, each time on something else. Not for users. */
@NullMarked
package dev.dovetail.testing.internal;

import org.jspecify.annotations.NullMarked;
