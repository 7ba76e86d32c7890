/** The entities of the tests. */
package dev.dovetail.orm.model;
