/**
 * The query language of Jakarta Data: from the text of a query to the expressions and conditions of {@code
 * dev.dovetail.repository.spi}, and what these mean in memory.
 */
@NullMarked
package dev.dovetail.repository.language;

import org.jspecify.annotations.NullMarked;
