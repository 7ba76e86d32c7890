@NullMarked
package dev.dovetail.examples.orders.load;

import org.jspecify.annotations.NullMarked;
