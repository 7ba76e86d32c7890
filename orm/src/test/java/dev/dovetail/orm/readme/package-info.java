/** The lines of the documentation, compiled and run. */
package dev.dovetail.orm.readme;
