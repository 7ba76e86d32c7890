/** What is in a database: an immutable model of a schema, read from the catalog of each engine. */
@NullMarked
package dev.dovetail.migrations.catalog;

import org.jspecify.annotations.NullMarked;
