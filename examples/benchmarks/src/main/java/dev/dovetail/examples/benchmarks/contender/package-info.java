@NullMarked
package dev.dovetail.examples.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
