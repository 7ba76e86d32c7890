package dev.dovetail.orm.fuzz.madeup;

import dev.dovetail.core.Database;
import dev.dovetail.databases.TestEngine;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;

/** Empties all tables of a database, whatever refers to what. */
final class Emptying {

    private Emptying() {}

    static void of(Database db, TestEngine engine) {
        db.transaction(sql -> {
            boolean sqlite = engine == TestEngine.SQLITE;
            List<String> tables = sqlite
                    ? sql.fetchValues(DSL.select(DSL.field("name", String.class))
                            .from("sqlite_master")
                            .where("type = 'table' and name not like 'sqlite%'"))
                    : sql.fetchValues(DSL.select(DSL.field("tablename", String.class))
                            .from("pg_tables")
                            .where("schemaname = 'public'"));
            if (sqlite) {
                sql.execute("pragma defer_foreign_keys = on");
                tables.forEach(table -> sql.execute("delete from " + DSL.name(table)));
            } else if (!tables.isEmpty()) {
                // Truncating writes files for each table, however empty it is.
                sql.execute("set local session_replication_role = 'replica'; "
                        + tables.stream()
                                .map(each -> "delete from " + DSL.name(each))
                                .collect(Collectors.joining("; ")));
            }
            return tables.size();
        });
    }
}
