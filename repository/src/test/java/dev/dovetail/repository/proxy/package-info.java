@NullMarked
package dev.dovetail.repository.proxy;

import org.jspecify.annotations.NullMarked;
