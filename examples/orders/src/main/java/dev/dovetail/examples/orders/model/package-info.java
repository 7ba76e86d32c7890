@NullMarked
package dev.dovetail.examples.orders.model;

import org.jspecify.annotations.NullMarked;
