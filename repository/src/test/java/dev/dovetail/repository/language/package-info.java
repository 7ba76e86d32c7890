@NullMarked
package dev.dovetail.repository.language;

import org.jspecify.annotations.NullMarked;
