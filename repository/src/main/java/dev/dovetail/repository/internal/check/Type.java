package dev.dovetail.repository.internal.check;

/** The types of values in conditions. */
enum Type {
    NUMBER,
    TEXT,
    BOOLEAN,
    OTHER
}
