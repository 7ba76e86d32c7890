/** Entities that belong to each other in ways that the shop's do not. */
package dev.dovetail.orm.garden;
