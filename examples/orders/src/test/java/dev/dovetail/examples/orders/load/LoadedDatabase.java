package dev.dovetail.examples.orders.load;

import static dev.dovetail.examples.orders.schema.Tables.ORDERS;
import static dev.dovetail.examples.orders.schema.Tables.ORDER_LINES;

import dev.dovetail.core.Database;
import dev.dovetail.examples.orders.file.CsvSource;
import dev.dovetail.examples.orders.file.OrderFile;
import dev.dovetail.migrations.Migrations;

/** A database on its way to holding the bundled orders. */
final class LoadedDatabase {

    private LoadedDatabase() {}

    /** Schema, users and products, if they are missing. */
    static OrderFile prepare(Database db) {
        Migrations.of(db).upgrade();
        ReferenceData data = new ReferenceData(db);
        data.load();
        return new OrderFile(CsvSource.bundled("orders.csv"), data.ids());
    }

    static Contents contents(Database db) {
        return new Contents(
                db.<Integer, RuntimeException>read(sql -> sql.fetchCount(ORDERS)),
                db.<Integer, RuntimeException>read(sql -> sql.fetchCount(ORDER_LINES)));
    }
}
