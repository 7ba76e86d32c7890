/** The annotation without a real persistence on the classpath. */
package dev.dovetail.testing.persistence;
