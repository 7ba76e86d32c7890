package dev.dovetail.testing.persistence;

import dev.dovetail.core.Database;
import dev.dovetail.repository.OutboxMessage;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Reads the table of the outbox. */
final class OutboxRows {

    private static final Field<String> TOPIC = DSL.field(DSL.name("topic"), String.class);
    private static final Field<String> KEY = DSL.field(DSL.name("message_key"), String.class);
    private static final Field<String> PAYLOAD = DSL.field(DSL.name("payload"), String.class);

    private OutboxRows() {}

    static List<OutboxMessage> of(Database db) {
        return db.read(sql -> sql.select(TOPIC, KEY, PAYLOAD)
                .from(DSL.table(DSL.name("outbox")))
                .orderBy(DSL.field(DSL.name("id")))
                .fetch(row -> new OutboxMessage(row.value1(), row.value2(), row.value3())));
    }
}
