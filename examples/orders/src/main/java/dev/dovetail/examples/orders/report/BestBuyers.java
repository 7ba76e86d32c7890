package dev.dovetail.examples.orders.report;

import static dev.dovetail.examples.orders.schema.Tables.ORDERS;
import static dev.dovetail.examples.orders.schema.Tables.USERS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import dev.dovetail.core.Database;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Who bought most. */
public final class BestBuyers {

    private BestBuyers() {}

    /** The users with the highest sum of all orders, the best first: one statement. */
    public static List<Buyer> of(Database db, int limit) {
        Field<BigDecimal> total = sum(ORDERS.TOTAL_CENTS);
        return db.read(sql -> sql.select(
                        USERS.NAME, USERS.EMAIL, count().cast(SQLDataType.BIGINT), total.cast(SQLDataType.BIGINT))
                .from(USERS)
                .join(ORDERS)
                .on(ORDERS.USER_ID.eq(USERS.ID))
                .groupBy(USERS.ID, USERS.NAME, USERS.EMAIL)
                .orderBy(total.desc(), USERS.EMAIL)
                .limit(limit)
                .fetch(mapping(Buyer::new)));
    }
}
