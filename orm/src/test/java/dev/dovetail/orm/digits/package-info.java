/** Entities whose columns have few digits, and attributes that are secret. */
package dev.dovetail.orm.digits;
