@NullMarked
package dev.dovetail.examples.benchmarks.process;

import org.jspecify.annotations.NullMarked;
