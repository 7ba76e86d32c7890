/** The same calls on two persistences, compared. */
@NullMarked
package dev.dovetail.testing.differential;

import org.jspecify.annotations.NullMarked;
