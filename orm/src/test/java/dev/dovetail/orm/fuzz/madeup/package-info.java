/** Random programs on random entities: classes that are made up, compiled and mapped for each run. */
package dev.dovetail.orm.fuzz.madeup;
