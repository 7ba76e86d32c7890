/** Random programs on the fake and on databases. */
package dev.dovetail.orm.fuzz;
