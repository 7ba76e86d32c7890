/**
 * Real databases for tests: embedded, installed or in a container, one server a JVM and one fresh database a test
 * class. {@link dev.dovetail.databases.OnEachDatabase} is where to start.
 */
@NullMarked
package dev.dovetail.databases;

import org.jspecify.annotations.NullMarked;
