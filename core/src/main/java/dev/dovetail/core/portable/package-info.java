/** Parts of statements that mean the same on every engine, where jOOQ leaves the meaning to the engine. */
@NullMarked
package dev.dovetail.core.portable;

import org.jspecify.annotations.NullMarked;
