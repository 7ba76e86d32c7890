@NullMarked
package dev.dovetail.core.error;

import org.jspecify.annotations.NullMarked;
