@NullMarked
package dev.dovetail.repository.internal.store;

import org.jspecify.annotations.NullMarked;
