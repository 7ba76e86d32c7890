@NullMarked
package dev.dovetail.orm;

import org.jspecify.annotations.NullMarked;
