/** Serves repositories and the outbox from a unit of work. */
@NullMarked
package dev.dovetail.orm.internal.repository;

import org.jspecify.annotations.NullMarked;
