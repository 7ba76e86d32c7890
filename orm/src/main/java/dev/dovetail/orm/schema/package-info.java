/** What entities ask of a database, without one. */
@NullMarked
package dev.dovetail.orm.schema;

import org.jspecify.annotations.NullMarked;
