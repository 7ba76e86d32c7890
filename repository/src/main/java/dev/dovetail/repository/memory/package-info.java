/** Fakes for the tests of services: everything of {@code dev.dovetail.repository}, in memory, that tells the truth. */
@NullMarked
package dev.dovetail.repository.memory;

import org.jspecify.annotations.NullMarked;
