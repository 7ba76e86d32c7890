/** Finds what is wrong with a database, its scripts, its history, its lock and what killed processes left behind. */
@NullMarked
package dev.dovetail.migrations.doctor;

import org.jspecify.annotations.NullMarked;
