@NullMarked
package dev.dovetail.examples.orders.file;

import org.jspecify.annotations.NullMarked;
