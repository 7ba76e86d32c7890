package dev.dovetail.examples.orders.benchmark;

import dev.dovetail.core.Database;
import dev.dovetail.examples.orders.benchmark.LoadRows.LineRow;
import dev.dovetail.examples.orders.benchmark.LoadRows.OrderRow;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** The rows through the driver's CopyManager, as somebody would write it who knows these two tables. */
final class HandWrittenCopy {

    private static final int CHARS_A_MESSAGE = 1 << 16;

    private final StringBuilder text = new StringBuilder();
    private final CopyIn copy;

    private HandWrittenCopy(CopyIn copy) {
        this.copy = copy;
    }

    static void load(Database database, LoadRows rows) throws SQLException {
        CopyManager manager =
                database.access().connection().unwrap(PGConnection.class).getCopyAPI();
        HandWrittenCopy orders = new HandWrittenCopy(
                manager.copyIn("copy orders (id, number, user_id, ship_to, ordered_at, total_cents) from stdin"));
        for (OrderRow row : rows.orders()) {
            orders.write(row);
        }
        orders.end();
        HandWrittenCopy lines = new HandWrittenCopy(manager.copyIn(
                "copy order_lines (order_id, line_number, product_id, quantity, unit_price_cents, note) from stdin"));
        for (LineRow row : rows.lines()) {
            lines.write(row);
        }
        lines.end();
    }

    private void write(OrderRow row) throws SQLException {
        text.append(row.id()).append('\t');
        escaped(row.number()).append('\t').append(row.order().userId()).append('\t');
        escaped(row.order().shipTo())
                .append('\t')
                .append(row.order().orderedAt())
                .append('\t');
        text.append(row.order().totalCents()).append('\n');
        flush(CHARS_A_MESSAGE);
    }

    private void write(LineRow row) throws SQLException {
        text.append(row.orderId()).append('\t').append(row.line().number()).append('\t');
        text.append(row.line().productId())
                .append('\t')
                .append(row.line().quantity())
                .append('\t');
        text.append(row.line().unitPriceCents()).append('\t');
        escaped(row.line().note()).append('\n');
        flush(CHARS_A_MESSAGE);
    }

    private StringBuilder escaped(@Nullable String value) {
        if (value == null) {
            return text.append("\\N");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        return text;
    }

    private void flush(int from) throws SQLException {
        if (text.length() >= from) {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            text.setLength(0);
        }
    }

    private void end() throws SQLException {
        flush(1);
        copy.endCopy();
    }
}
