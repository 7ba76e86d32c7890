package dev.dovetail.core.query;

import static dev.dovetail.core.query.Mappings.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.dovetail.core.Database;
import dev.dovetail.core.bulk.BulkRow;
import java.util.stream.LongStream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** A program that inserts many rows and streams them, run with little memory. */
final class ManyRows {

    private static final Table<Record> ROWS = table(name("many_rows"));
    private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT.notNull());
    private static final Field<String> TEXT = field(name("text"), SQLDataType.VARCHAR(1000));

    private record Line(long id, String text) {}

    private ManyRows() {}

    /** URL, number of rows, characters a row. */
    public static void main(String[] arguments) {
        long rows = Long.parseLong(arguments[1]);
        String text = "x".repeat(Integer.parseInt(arguments[2]));
        try (Database db = Database.open(arguments[0])) {
            db.transaction(sql ->
                    sql.createTable(ROWS).columns(ID, TEXT).primaryKey(ID).execute());
            db.bulk()
                    .insert(ROWS)
                    .columns(ID, TEXT)
                    .rows(LongStream.range(0, rows).boxed().iterator(), id -> BulkRow.row(id, text));
            CompiledQuery<Line> all =
                    db.compile(sql -> sql.select(ID, TEXT).from(ROWS).orderBy(ID), mapping(Line::new));
            System.out.println(all.<String, RuntimeException>stream(
                    lines -> lines.mapToLong(Line::id).summaryStatistics().toString()));
            long[] characters = {0};
            db.transactor()
                    .run(() -> all.forEach(line -> characters[0] += line.text().length()));
            System.out.println(characters[0]);
        }
    }
}
