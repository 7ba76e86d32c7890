/** Entities with every kind of association, and what happens when they are not loaded. */
package dev.dovetail.orm.harbour;
