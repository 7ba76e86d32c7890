/** What Hibernate's own annotations do, on the fake as on databases. */
package dev.dovetail.orm.twin;
