@NullMarked
package dev.dovetail.examples.orders.benchmark;

import org.jspecify.annotations.NullMarked;
