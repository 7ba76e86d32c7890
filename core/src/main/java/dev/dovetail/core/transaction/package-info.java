@NullMarked
package dev.dovetail.core.transaction;

import org.jspecify.annotations.NullMarked;
