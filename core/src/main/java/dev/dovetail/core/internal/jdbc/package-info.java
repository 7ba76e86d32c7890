@NullMarked
package dev.dovetail.core.internal.jdbc;

import org.jspecify.annotations.NullMarked;
