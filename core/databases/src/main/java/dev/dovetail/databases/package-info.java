@NullMarked
package dev.dovetail.databases;

import org.jspecify.annotations.NullMarked;
