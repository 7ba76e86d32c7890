package dev.dovetail.examples.benchmarks.contender;

import dev.dovetail.examples.benchmarks.work.Item;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Statements of many rows, as many as were fastest, and single ones for what is left over. */
final class TunedSqliteWriter implements TunedWriter {

    private static final int INSERTED = 500;
    private static final int OTHERS = 100;

    private final PreparedStatement insert;
    private final PreparedStatement insertOne;
    private final PreparedStatement update;
    private final PreparedStatement updateOne;
    private final PreparedStatement upsert;
    private final PreparedStatement upsertOne;

    TunedSqliteWriter(Connection connection) throws SQLException {
        insert = connection.prepareStatement(Jdbc.INSERT + ", (?, ?, ?, ?)".repeat(INSERTED - 1));
        insertOne = connection.prepareStatement(Jdbc.INSERT);
        update = connection.prepareStatement(
                "update items as t set amount = v.column2, note = v.column3 from (values (?, ?, ?)"
                        + ", (?, ?, ?)".repeat(OTHERS - 1) + ") as v where t.id = v.column1");
        updateOne = connection.prepareStatement(Jdbc.UPDATE);
        upsert = connection.prepareStatement(Jdbc.INSERT + ", (?, ?, ?, ?)".repeat(OTHERS - 1) + Jdbc.ON_CONFLICT);
        upsertOne = connection.prepareStatement(Jdbc.INSERT + Jdbc.ON_CONFLICT);
    }

    @Override
    public void insert(Iterator<Item> items) throws SQLException {
        write(items, insert, INSERTED, insertOne);
    }

    @Override
    public void upsert(Iterator<Item> items) throws SQLException {
        write(items, upsert, OTHERS, upsertOne);
    }

    @Override
    public void update(List<Item> items) throws SQLException {
        int whole = items.size() / OTHERS * OTHERS;
        for (int from = 0; from < whole; from += OTHERS) {
            for (int i = 0; i < OTHERS; i++) {
                Item item = items.get(from + i);
                update.setLong(i * 3 + 1, item.id());
                update.setLong(i * 3 + 2, item.amount());
                update.setString(i * 3 + 3, item.note());
            }
            update.executeUpdate();
        }
        Jdbc.update(updateOne, items.subList(whole, items.size()));
    }

    private static void write(Iterator<Item> items, PreparedStatement many, int rows, PreparedStatement one)
            throws SQLException {
        Item[] next = new Item[rows];
        while (items.hasNext()) {
            int count = 0;
            while (count < rows && items.hasNext()) {
                next[count++] = items.next();
            }
            if (count == rows) {
                for (int i = 0; i < rows; i++) {
                    Jdbc.bind(many, i * 4 + 1, next[i]);
                }
                many.executeUpdate();
            } else {
                Jdbc.write(one, Arrays.asList(next).subList(0, count).iterator());
            }
        }
    }
}
