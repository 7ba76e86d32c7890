package dev.dovetail.examples.benchmarks.contender;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The tables, typed. */
final class Schema {

    static final Table<Record> CUSTOMERS = DSL.table(DSL.name("customers"));
    static final Field<Long> CUSTOMERS_ID = DSL.field(DSL.name("customers", "id"), SQLDataType.BIGINT.notNull());
    static final Field<String> CUSTOMERS_EMAIL =
            DSL.field(DSL.name("customers", "email"), SQLDataType.VARCHAR(80).notNull());
    static final Field<String> CUSTOMERS_NAME =
            DSL.field(DSL.name("customers", "name"), SQLDataType.VARCHAR(80).notNull());
    static final Field<String> CUSTOMERS_CITY =
            DSL.field(DSL.name("customers", "city"), SQLDataType.VARCHAR(40).notNull());

    static final Table<Record> ORDERS = DSL.table(DSL.name("orders"));
    static final Field<Long> ORDERS_ID = DSL.field(DSL.name("orders", "id"), SQLDataType.BIGINT.notNull());
    static final Field<Long> ORDERS_CUSTOMER_ID =
            DSL.field(DSL.name("orders", "customer_id"), SQLDataType.BIGINT.notNull());
    static final Field<Long> ORDERS_TOTAL = DSL.field(DSL.name("orders", "total"), SQLDataType.BIGINT.notNull());
    static final Field<String> ORDERS_NOTE =
            DSL.field(DSL.name("orders", "note"), SQLDataType.VARCHAR(80).notNull());

    static final Table<Record> ITEMS = DSL.table(DSL.name("items"));
    static final Field<Long> ITEMS_ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT.notNull());
    static final Field<String> ITEMS_NAME =
            DSL.field(DSL.name("name"), SQLDataType.VARCHAR(80).notNull());
    static final Field<Long> ITEMS_AMOUNT = DSL.field(DSL.name("amount"), SQLDataType.BIGINT.notNull());
    static final Field<String> ITEMS_NOTE =
            DSL.field(DSL.name("note"), SQLDataType.VARCHAR(80).notNull());

    private Schema() {}
}
