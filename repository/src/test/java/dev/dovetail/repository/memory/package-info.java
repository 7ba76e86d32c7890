@NullMarked
package dev.dovetail.repository.memory;

import org.jspecify.annotations.NullMarked;
