/** The {@code dovetail} command line. */
@NullMarked
package dev.dovetail.migrations.cli;

import org.jspecify.annotations.NullMarked;
