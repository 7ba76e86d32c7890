package dev.dovetail.examples.benchmarks.contender;

import dev.dovetail.examples.benchmarks.work.Item;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** One COPY for all rows that are inserted, arrays for the others. The texts are known to need no escapes. */
final class TunedPostgresqlWriter implements TunedWriter {

    private static final int PIECE = 1 << 15;
    private static final String ROWS = " from unnest(?, ?, ?) as v (id, amount, note)";

    private final Connection connection;
    private final PGConnection postgresql;
    private final PreparedStatement update;
    private final PreparedStatement upsert;

    TunedPostgresqlWriter(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgresql = connection.unwrap(PGConnection.class);
        this.update = connection.prepareStatement(
                "update items as t set amount = v.amount, note = v.note" + ROWS + " where t.id = v.id");
        this.upsert = connection.prepareStatement(
                "insert into items (id, name, amount, note) select * from unnest(?, ?, ?, ?)" + Jdbc.ON_CONFLICT);
    }

    @Override
    public void insert(Iterator<Item> items) throws SQLException {
        CopyIn copy = postgresql.getCopyAPI().copyIn("copy items (id, name, amount, note) from stdin");
        StringBuilder text = new StringBuilder();
        while (items.hasNext()) {
            Item item = items.next();
            text.append(item.id()).append('\t').append(item.name()).append('\t');
            text.append(item.amount()).append('\t').append(item.note()).append('\n');
            if (text.length() >= PIECE || !items.hasNext()) {
                byte[] piece = text.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(piece, 0, piece.length);
                text.setLength(0);
            }
        }
        copy.endCopy();
    }

    @Override
    public void update(List<Item> items) throws SQLException {
        update.setArray(
                1,
                postgresql.createArrayOf(
                        "bigint", items.stream().mapToLong(Item::id).toArray()));
        update.setArray(
                2,
                postgresql.createArrayOf(
                        "bigint", items.stream().mapToLong(Item::amount).toArray()));
        update.setArray(
                3,
                connection.createArrayOf(
                        "varchar", items.stream().map(Item::note).toArray()));
        update.executeUpdate();
    }

    @Override
    public void upsert(Iterator<Item> items) throws SQLException {
        List<Item> some = new ArrayList<>();
        while (items.hasNext()) {
            some.add(items.next());
            if (some.size() == Jdbc.BATCH || !items.hasNext()) {
                upsert.setArray(
                        1,
                        postgresql.createArrayOf(
                                "bigint", some.stream().mapToLong(Item::id).toArray()));
                upsert.setArray(
                        2,
                        connection.createArrayOf(
                                "varchar", some.stream().map(Item::name).toArray()));
                upsert.setArray(
                        3,
                        postgresql.createArrayOf(
                                "bigint", some.stream().mapToLong(Item::amount).toArray()));
                upsert.setArray(
                        4,
                        connection.createArrayOf(
                                "varchar", some.stream().map(Item::note).toArray()));
                upsert.executeUpdate();
                some.clear();
            }
        }
    }
}
