/** What migrations report. */
@NullMarked
package dev.dovetail.migrations.result;

import org.jspecify.annotations.NullMarked;
