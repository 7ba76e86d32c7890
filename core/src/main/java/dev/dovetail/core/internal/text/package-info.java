/** Reading the text of statements. */
@NullMarked
package dev.dovetail.core.internal.text;

import org.jspecify.annotations.NullMarked;
