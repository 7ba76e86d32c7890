/** Entities whose tables have a constraint of every kind. */
package dev.dovetail.orm.rules;
