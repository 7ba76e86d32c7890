package dev.dovetail.examples.orders.load;

import static dev.dovetail.examples.orders.schema.Tables.ORDERS;

import dev.dovetail.core.Database;
import dev.dovetail.examples.orders.file.FileOrder;
import dev.dovetail.examples.orders.file.OrderFile;
import dev.dovetail.examples.orders.file.OrderFileReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an order file to its end, so that every fault is known before anything is written. */
final class Inspection {

    private static final int ORDERS_A_QUERY = 500;

    private final Database database;
    private long orders;
    private long lines;
    private long known;
    private @Nullable FileOrder firstKnown;

    private Inspection(Database database) {
        this.database = database;
    }

    static Inspection of(OrderFile file, Database database) {
        Inspection inspection = new Inspection(database);
        inspection.read(file);
        FileOrder doubled = inspection.firstKnown;
        if (doubled != null && !inspection.isLoaded()) {
            throw file.bad(
                    doubled,
                    "order_number",
                    "a number that is not in the database yet (or a file that was loaded as a whole)",
                    "'" + doubled.number() + "', one of " + inspection.known + " orders of this file that are there");
        }
        return inspection;
    }

    Contents contents() {
        return new Contents(orders, lines);
    }

    /** Whether every order of the file is in the database. */
    boolean isLoaded() {
        return orders > 0 && known == orders;
    }

    private void read(OrderFile file) {
        Map<String, FileOrder> chunk = new LinkedHashMap<>();
        try (OrderFileReader reader = file.read()) {
            while (reader.hasNext()) {
                FileOrder order = reader.next();
                orders++;
                lines += order.lines().size();
                chunk.put(order.number(), order);
                if (chunk.size() == ORDERS_A_QUERY || !reader.hasNext()) {
                    lookUp(chunk);
                    chunk.clear();
                }
            }
        }
    }

    private void lookUp(Map<String, FileOrder> chunk) {
        Set<String> found = database.read(sql -> sql.select(ORDERS.NUMBER)
                .from(ORDERS)
                .where(ORDERS.NUMBER.in(chunk.keySet()))
                .fetchSet(ORDERS.NUMBER));
        known += found.size();
        if (firstKnown == null) {
            firstKnown = chunk.values().stream()
                    .filter(order -> found.contains(order.number()))
                    .findFirst()
                    .orElse(null);
        }
    }
}
