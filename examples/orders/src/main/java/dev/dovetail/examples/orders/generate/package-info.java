@NullMarked
package dev.dovetail.examples.orders.generate;

import org.jspecify.annotations.NullMarked;
