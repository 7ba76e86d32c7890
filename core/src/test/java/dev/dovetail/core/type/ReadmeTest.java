package dev.dovetail.core.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.dovetail.core.Database;
import dev.dovetail.core.ReadmeLines;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** The lines of the README on types, compiled and run. */
class ReadmeTest {

    private static final Table<Record> VISITS = DSL.table(DSL.name("visits"));

    @Test
    void theLinesWork() {
        // README
        Field<UUID> id = field(name("id"), ColumnTypes.uuid().notNull());
        Field<BigDecimal> price = field(name("price"), ColumnTypes.decimalText(38, 6));
        Field<Instant> madeAt = field(name("made_at"), ColumnTypes.instant());
        Field<DayOfWeek> day = field(name("day"), ColumnTypes.enumeration(DayOfWeek.class));
        Field<JSONB> details = field(name("details"), ColumnTypes.jsonb());
        // end
        try (Database db = Database.open("sqlite:///:memory:")) {
            db.transaction(sql -> sql.execute("create table visits (id varchar(36) primary key, price"
                    + " decimal_text(38, 6), made_at timestamp, day varchar(9), details json)"));
            UUID key = UUID.fromString("12345678-9abc-4def-8012-3456789abcde");
            BigDecimal exact = new BigDecimal("12345678901234567890123456789012.000001");
            Instant moment = Instant.parse("2026-11-21T10:15:30.123Z");
            db.transaction(sql -> sql.insertInto(VISITS, id, price, madeAt, day, details)
                    .values(key, exact, moment, DayOfWeek.MONDAY, JSONB.jsonb("{\"a\":1}"))
                    .execute());
            Record read = db.read(sql ->
                    sql.select(id, price, madeAt, day, details).from(VISITS).fetchSingle());
            assertThat(read.intoList()).containsExactly(key, exact, moment, DayOfWeek.MONDAY, JSONB.jsonb("{\"a\":1}"));
        }
    }

    @Test
    void theReadmeShowsTheseLines() throws IOException {
        ReadmeLines.assertShown(ReadmeTest.class, "## Types");
    }
}
