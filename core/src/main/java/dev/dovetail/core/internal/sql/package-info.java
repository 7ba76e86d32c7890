@NullMarked
package dev.dovetail.core.internal.sql;

import org.jspecify.annotations.NullMarked;
