/** Fresh databases without any provider of tables. */
package dev.dovetail.testing.database;
