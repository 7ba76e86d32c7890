@NullMarked
package dev.dovetail.examples.orders;

import org.jspecify.annotations.NullMarked;
