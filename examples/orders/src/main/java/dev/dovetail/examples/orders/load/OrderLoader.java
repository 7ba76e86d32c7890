package dev.dovetail.examples.orders.load;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.examples.orders.schema.Tables.ORDERS;
import static dev.dovetail.examples.orders.schema.Tables.ORDER_LINES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import dev.dovetail.core.Database;
import dev.dovetail.examples.orders.file.OrderFile;
import dev.dovetail.examples.orders.file.OrderFileReader;
import java.util.Map;
import org.jooq.DSLContext;

/** Loads an order file with the bulk API: all of it in one transaction, or nothing. */
public final class OrderLoader {

    private final Database database;
    private final Progress progress;

    /** Into a database. */
    public OrderLoader(Database database, Progress progress) {
        this.database = database;
        this.progress = progress;
    }

    /**
     * Reads the whole file first, then writes it. A file whose orders are all there already is left alone.
     *
     * @throws dev.dovetail.examples.orders.file.BadInputException for the first fault of the file, or if some of its
     *     orders, but not all, are in the database; nothing of it is loaded then
     */
    public LoadResult load(OrderFile file) {
        Inspection inspection = Inspection.of(file, database);
        Contents contents = inspection.contents();
        if (inspection.isLoaded()) {
            return new LoadResult.Found(contents);
        }
        database.transaction(sql -> {
            write(file, contents, sql);
            return contents;
        });
        return new LoadResult.Loaded(contents);
    }

    private void write(OrderFile file, Contents contents, DSLContext sql) {
        long rows = contents.orders() + contents.lines();
        long newest = sql.fetchSingle(
                        sql.select(coalesce(max(ORDERS.ID), inline(0L))).from(ORDERS))
                .value1();
        long orders;
        try (OrderFileReader reader = file.read()) {
            orders = database.bulk()
                    .insert(ORDERS)
                    .columns(ORDERS.NUMBER, ORDERS.USER_ID, ORDERS.SHIP_TO, ORDERS.ORDERED_AT, ORDERS.TOTAL_CENTS)
                    .onProgress(sent -> progress.at(sent, rows))
                    .rows(
                            reader,
                            order -> row(
                                    order.number(),
                                    order.userId(),
                                    order.shipTo(),
                                    order.orderedAt(),
                                    order.totalCents()));
        }
        Map<String, Long> ids = sql.select(ORDERS.NUMBER, ORDERS.ID)
                .from(ORDERS)
                .where(ORDERS.ID.gt(newest))
                .fetchMap(ORDERS.NUMBER, ORDERS.ID);
        long lines;
        try (NumberedLines numbered = new NumberedLines(file.read(), ids)) {
            lines = database.bulk()
                    .insert(ORDER_LINES)
                    .columns(
                            ORDER_LINES.ORDER_ID,
                            ORDER_LINES.LINE_NUMBER,
                            ORDER_LINES.PRODUCT_ID,
                            ORDER_LINES.QUANTITY,
                            ORDER_LINES.UNIT_PRICE_CENTS,
                            ORDER_LINES.NOTE)
                    .onProgress(sent -> progress.at(contents.orders() + sent, rows))
                    .rows(
                            numbered,
                            entry -> row(
                                    entry.orderId(),
                                    entry.line().number(),
                                    entry.line().productId(),
                                    entry.line().quantity(),
                                    entry.line().unitPriceCents(),
                                    entry.line().note()));
        }
        if (!contents.equals(new Contents(orders, lines))) {
            throw new IllegalStateException(file.name() + " changed while it was being loaded; nothing was loaded");
        }
    }
}
