package dev.dovetail.examples.benchmarks.contender;

import dev.dovetail.examples.benchmarks.work.Item;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/** An engine's fastest way to write many rows. */
interface TunedWriter {

    void insert(Iterator<Item> items) throws SQLException;

    void update(List<Item> items) throws SQLException;

    void upsert(Iterator<Item> items) throws SQLException;
}
