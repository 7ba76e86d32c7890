@NullMarked
package dev.dovetail.core.internal.pool;

import org.jspecify.annotations.NullMarked;
