package dev.dovetail.examples.orders.tour;

import static dev.dovetail.examples.orders.schema.Tables.ORDERS;
import static dev.dovetail.examples.orders.schema.Tables.ORDER_LINES;
import static dev.dovetail.examples.orders.schema.Tables.OUTBOX;
import static dev.dovetail.examples.orders.schema.Tables.PRODUCTS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.sum;

import dev.dovetail.core.Database;
import org.jooq.impl.SQLDataType;

/**
 * What placing an order writes, as it stands in the database.
 *
 * @param orders how many orders there are
 * @param lines how many order lines
 * @param messages how many messages in the outbox
 * @param stock how many pieces of all products
 */
record Written(int orders, int lines, int messages, long stock) {

    /** Asks the database: one statement. */
    static Written in(Database db) {
        return db.read(sql -> sql.select(
                        field(selectCount().from(ORDERS)),
                        field(selectCount().from(ORDER_LINES)),
                        field(selectCount().from(OUTBOX)),
                        field(select(sum(PRODUCTS.STOCK).cast(SQLDataType.BIGINT))
                                .from(PRODUCTS)))
                .fetchSingle(mapping(Written::new)));
    }

    @Override
    public String toString() {
        return "%,d orders, %,d lines, %,d messages, %,d pieces in stock".formatted(orders, lines, messages, stock);
    }
}
