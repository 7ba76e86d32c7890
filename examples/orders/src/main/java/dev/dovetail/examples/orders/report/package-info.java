@NullMarked
package dev.dovetail.examples.orders.report;

import org.jspecify.annotations.NullMarked;
