package dev.dovetail.migrations.history;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.dovetail.core.engine.Engine;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Flyway's columns. Times are in UTC. */
final class HistoryColumns {

    static final String NAME = "dovetail_schema_history";

    /** The form in which SQLite keeps times as text: always three digits of a second's fraction. */
    private static final DateTimeFormatter SQLITE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    final Table<Record> table;
    final Field<Integer> rank = field(name("installed_rank"), SQLDataType.INTEGER.notNull());
    final Field<String> version = field(name("version"), SQLDataType.VARCHAR(50));
    final Field<String> description =
            field(name("description"), SQLDataType.VARCHAR(200).notNull());
    final Field<String> type = field(name("type"), SQLDataType.VARCHAR(20).notNull());
    final Field<String> script = field(name("script"), SQLDataType.VARCHAR(1000).notNull());
    final Field<Integer> checksum = field(name("checksum"), SQLDataType.INTEGER);
    final Field<String> installedBy =
            field(name("installed_by"), SQLDataType.VARCHAR(100).notNull());
    final Field<LocalDateTime> installedOn;
    final Field<Integer> executionTime = field(name("execution_time"), SQLDataType.INTEGER.notNull());
    final Field<Boolean> success = field(name("success"), SQLDataType.BOOLEAN.notNull());

    private final Engine engine;

    HistoryColumns(Engine engine, String name) {
        this.engine = engine;
        this.table = table(name(name));
        DataType<LocalDateTime> time = engine == Engine.SQLITE
                ? SQLDataType.VARCHAR(23)
                        .asConvertedDataType(Converter.of(
                                String.class,
                                LocalDateTime.class,
                                text -> LocalDateTime.parse(text, SQLITE_TIME),
                                SQLITE_TIME::format))
                : SQLDataType.LOCALDATETIME(3);
        this.installedOn = field(name("installed_on"), time.notNull());
    }

    List<Field<?>> all() {
        return List.of(
                rank, version, description, type, script, checksum, installedBy, installedOn, executionTime, success);
    }

    int create(DSLContext sql) {
        return definition(sql).execute();
    }

    String createStatement(DSLContext sql) {
        return definition(sql).getSQL();
    }

    private Query definition(DSLContext sql) {
        return sql.createTable(table)
                .columns(all())
                .constraint(constraint(name(NAME + "_pk")).primaryKey(rank));
    }

    /** The time when a statement runs, in UTC. */
    Field<LocalDateTime> now() {
        return field(
                switch (engine) {
                    case SQLITE -> "strftime('%Y-%m-%d %H:%M:%f', 'now')";
                    case POSTGRESQL -> "current_timestamp at time zone 'UTC'";
                    case H2 -> "current_timestamp at time zone 'UTC'";
                    case MARIADB, MYSQL -> "utc_timestamp(3)";
                },
                installedOn.getDataType());
    }
}
