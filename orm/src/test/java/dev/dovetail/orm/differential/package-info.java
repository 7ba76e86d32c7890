/** Random work on entities and rows, against a simple model of what must come out. */
package dev.dovetail.orm.differential;
