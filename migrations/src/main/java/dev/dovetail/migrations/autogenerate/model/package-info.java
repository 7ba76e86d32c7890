/** What a schema should become: from entities, or from statements. */
@NullMarked
package dev.dovetail.migrations.autogenerate.model;

import org.jspecify.annotations.NullMarked;
