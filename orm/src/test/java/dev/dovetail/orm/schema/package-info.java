/** Tables made from entities. */
package dev.dovetail.orm.schema;
