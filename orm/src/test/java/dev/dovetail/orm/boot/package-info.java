/** What is checked when a persistence is opened. */
package dev.dovetail.orm.boot;
