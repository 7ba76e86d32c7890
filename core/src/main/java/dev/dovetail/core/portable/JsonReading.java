package dev.dovetail.core.portable;

/** How an engine reads a place in a document. */
interface JsonReading {

    Template kind();

    Template text();

    Template whole();

    Template number();

    Template truth();
}
