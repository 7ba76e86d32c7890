/** What tests are told when they cannot be set up. */
@NullMarked
package dev.dovetail.testing.error;

import org.jspecify.annotations.NullMarked;
