/** Running scripts: locks, transactions, one step after the other. */
@NullMarked
package dev.dovetail.migrations.execution;

import org.jspecify.annotations.NullMarked;
