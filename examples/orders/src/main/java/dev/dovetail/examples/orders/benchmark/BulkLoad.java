package dev.dovetail.examples.orders.benchmark;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.examples.orders.schema.Tables.ORDERS;
import static dev.dovetail.examples.orders.schema.Tables.ORDER_LINES;

import dev.dovetail.core.Database;

/** The rows through the bulk API. */
final class BulkLoad {

    private BulkLoad() {}

    static void load(Database database, LoadRows rows) {
        database.bulk()
                .insert(ORDERS)
                .columns(
                        ORDERS.ID, ORDERS.NUMBER, ORDERS.USER_ID, ORDERS.SHIP_TO, ORDERS.ORDERED_AT, ORDERS.TOTAL_CENTS)
                .rows(
                        rows.orders(),
                        row -> row(
                                row.id(),
                                row.number(),
                                row.order().userId(),
                                row.order().shipTo(),
                                row.order().orderedAt(),
                                row.order().totalCents()));
        database.bulk()
                .insert(ORDER_LINES)
                .columns(
                        ORDER_LINES.ORDER_ID,
                        ORDER_LINES.LINE_NUMBER,
                        ORDER_LINES.PRODUCT_ID,
                        ORDER_LINES.QUANTITY,
                        ORDER_LINES.UNIT_PRICE_CENTS,
                        ORDER_LINES.NOTE)
                .rows(
                        rows.lines(),
                        row -> row(
                                row.orderId(),
                                row.line().number(),
                                row.line().productId(),
                                row.line().quantity(),
                                row.line().unitPriceCents(),
                                row.line().note()));
    }
}
