/** Tables made from entities. */
@NullMarked
package dev.dovetail.orm.internal.schema;

import org.jspecify.annotations.NullMarked;
