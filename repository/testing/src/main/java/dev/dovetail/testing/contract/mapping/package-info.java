/** The contract of every persistence about kinds of mappings, with entities of its own. */
@NullMarked
package dev.dovetail.testing.contract.mapping;

import org.jspecify.annotations.NullMarked;
