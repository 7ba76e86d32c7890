@NullMarked
package dev.dovetail.examples.orders.tour;

import org.jspecify.annotations.NullMarked;
