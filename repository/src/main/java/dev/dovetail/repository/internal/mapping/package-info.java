/** Entity classes as their Jakarta Persistence annotations describe them, read without any provider. */
@NullMarked
package dev.dovetail.repository.internal.mapping;

import org.jspecify.annotations.NullMarked;
