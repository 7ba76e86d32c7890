/** What Hibernate sees of core's connection. */
@NullMarked
package dev.dovetail.orm.internal.jdbc;

import org.jspecify.annotations.NullMarked;
