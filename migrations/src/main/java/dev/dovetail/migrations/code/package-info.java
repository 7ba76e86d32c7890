/** Migrations written in Java: for data that SQL cannot turn over by itself. */
@NullMarked
package dev.dovetail.migrations.code;

import org.jspecify.annotations.NullMarked;
