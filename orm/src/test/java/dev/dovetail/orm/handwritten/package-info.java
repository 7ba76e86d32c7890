/** Repositories that are written by hand: the lines of the README. */
package dev.dovetail.orm.handwritten;
