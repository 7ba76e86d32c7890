/** The test kit on real persistences. */
package dev.dovetail.orm.testing;
