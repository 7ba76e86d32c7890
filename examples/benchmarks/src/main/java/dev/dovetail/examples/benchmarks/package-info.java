@NullMarked
package dev.dovetail.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
