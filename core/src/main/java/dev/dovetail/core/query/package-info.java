/**
 * Compiled queries: statements of jOOQ that are rendered once, sent as prepared statements, and whose rows become
 * objects without a jOOQ record in between.
 */
@NullMarked
package dev.dovetail.core.query;

import org.jspecify.annotations.NullMarked;
