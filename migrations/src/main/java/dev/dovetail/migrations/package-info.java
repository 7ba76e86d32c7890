@NullMarked
package dev.dovetail.migrations;

import org.jspecify.annotations.NullMarked;
