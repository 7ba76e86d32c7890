@NullMarked
package dev.dovetail.core.engine;

import org.jspecify.annotations.NullMarked;
