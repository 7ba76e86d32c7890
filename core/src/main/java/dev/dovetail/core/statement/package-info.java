@NullMarked
package dev.dovetail.core.statement;

import org.jspecify.annotations.NullMarked;
