/** Entities that are written together with those they refer to. */
package dev.dovetail.orm.graph;
