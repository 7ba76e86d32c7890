@NullMarked
package dev.dovetail.examples.orders.service;

import org.jspecify.annotations.NullMarked;
