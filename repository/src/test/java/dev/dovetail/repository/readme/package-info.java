@NullMarked
package dev.dovetail.repository.readme;

import org.jspecify.annotations.NullMarked;
