/** What migrations report, as text for people; shared by the command line and the Maven goals. */
@NullMarked
package dev.dovetail.migrations.report;

import org.jspecify.annotations.NullMarked;
