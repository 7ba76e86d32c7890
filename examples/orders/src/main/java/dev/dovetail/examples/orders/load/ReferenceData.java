package dev.dovetail.examples.orders.load;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.examples.orders.schema.Tables.PRODUCTS;
import static dev.dovetail.examples.orders.schema.Tables.USERS;

import dev.dovetail.core.Database;
import dev.dovetail.examples.orders.file.KnownIds;
import dev.dovetail.examples.orders.file.ReferenceFiles;

/** The users and products to which orders refer. */
public final class ReferenceData {

    private static final int VERSION = 0;

    private final Database database;

    /** Of a database. */
    public ReferenceData(Database database) {
        this.database = database;
    }

    /** Loads the bundled users and products if there are none yet. Returns whether it did. */
    public boolean load() {
        return database.transaction(sql -> {
            if (sql.fetchExists(USERS) || sql.fetchExists(PRODUCTS)) {
                return false;
            }
            database.bulk()
                    .insert(USERS)
                    .columns(USERS.EMAIL, USERS.NAME)
                    .rows(ReferenceFiles.users(), user -> row(user.email(), user.name()));
            database.bulk()
                    .insert(PRODUCTS)
                    .columns(PRODUCTS.SKU, PRODUCTS.NAME, PRODUCTS.PRICE_CENTS, PRODUCTS.STOCK, PRODUCTS.VERSION)
                    .rows(
                            ReferenceFiles.products(),
                            product ->
                                    row(product.sku(), product.name(), product.priceCents(), product.stock(), VERSION));
            return true;
        });
    }

    /** What the orders may refer to. */
    public KnownIds ids() {
        return database.read(sql -> new KnownIds(
                sql.select(USERS.EMAIL, USERS.ID).from(USERS).fetchMap(USERS.EMAIL, USERS.ID),
                sql.select(PRODUCTS.SKU, PRODUCTS.ID).from(PRODUCTS).fetchMap(PRODUCTS.SKU, PRODUCTS.ID)));
    }
}
