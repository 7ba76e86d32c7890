/** The contract of every persistence, as tests: entities, repositories, tables, and what must hold with them. */
@NullMarked
package dev.dovetail.testing.contract;

import org.jspecify.annotations.NullMarked;
