@NullMarked
package dev.dovetail.core.bulk;

import org.jspecify.annotations.NullMarked;
