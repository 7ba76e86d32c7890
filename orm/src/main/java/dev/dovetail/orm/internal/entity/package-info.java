/** What an entity carries from one unit of work to the next: its id, its collections, references in its values. */
@NullMarked
package dev.dovetail.orm.internal.entity;

import org.jspecify.annotations.NullMarked;
