/** Serves Jakarta Data repository interfaces at run time, over whatever backend. */
@NullMarked
package dev.dovetail.repository.proxy;

import org.jspecify.annotations.NullMarked;
