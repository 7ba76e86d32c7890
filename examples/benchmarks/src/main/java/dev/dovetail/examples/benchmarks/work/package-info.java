@NullMarked
package dev.dovetail.examples.benchmarks.work;

import org.jspecify.annotations.NullMarked;
