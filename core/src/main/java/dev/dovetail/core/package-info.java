@NullMarked
package dev.dovetail.core;

import org.jspecify.annotations.NullMarked;
