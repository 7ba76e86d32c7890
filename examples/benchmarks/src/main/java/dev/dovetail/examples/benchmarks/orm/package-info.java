/** The unit of work against plain Hibernate and JDBC by hand. */
@NullMarked
package dev.dovetail.examples.benchmarks.orm;

import org.jspecify.annotations.NullMarked;
