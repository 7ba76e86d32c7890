package dev.dovetail.orm.internal.repository;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.type.InstantBinding;
import dev.dovetail.repository.Outbox;
import dev.dovetail.repository.OutboxMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Writes messages as rows of the table {@code outbox}, in the transaction that they belong to. Thread-safe. */
public final class SqlOutbox implements Outbox {

    private static final Table<Record> OUTBOX = DSL.table(DSL.name("outbox"));
    private static final Field<String> TOPIC = DSL.field(DSL.name("topic"), SQLDataType.VARCHAR);
    private static final Field<String> MESSAGE_KEY = DSL.field(DSL.name("message_key"), SQLDataType.VARCHAR);
    private static final Field<String> PAYLOAD = DSL.field(DSL.name("payload"), SQLDataType.CLOB);
    private static final Field<Instant> CREATED_AT = DSL.field(
            DSL.name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE.asConvertedDataType(new InstantBinding()));

    private final DatabaseAccess access;
    private final Clock clock;

    /** In a database that has the table. */
    public SqlOutbox(DatabaseAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public void add(OutboxMessage message) {
        access.transactions()
                .transactor()
                .run(() -> access.sql()
                        .insertInto(OUTBOX, TOPIC, MESSAGE_KEY, PAYLOAD, CREATED_AT)
                        .values(
                                message.topic(),
                                message.key(),
                                message.payload(),
                                clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .execute());
    }
}
