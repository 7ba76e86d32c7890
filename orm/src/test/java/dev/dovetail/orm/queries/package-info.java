@NullMarked
package dev.dovetail.orm.queries;

import org.jspecify.annotations.NullMarked;
