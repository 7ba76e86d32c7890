/** Migrations that are generated: what differs between scripts and model, as scripts that are proven before they are written. */
@NullMarked
package dev.dovetail.migrations.autogenerate;

import org.jspecify.annotations.NullMarked;
