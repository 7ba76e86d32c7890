@NullMarked
package dev.dovetail.examples.benchmarks.report;

import org.jspecify.annotations.NullMarked;
