package dev.dovetail.examples.orders.file;

import java.util.List;

/**
 * A record as it stands in the file.
 *
 * @param line the line in which it starts, the first being 1
 * @param fields its fields, unquoted
 */
record RawRecord(long line, List<String> fields) {

    RawRecord {
        fields = List.copyOf(fields);
    }
}
