@NullMarked
package dev.dovetail.testing;

import org.jspecify.annotations.NullMarked;
