package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementRun;
import dev.dovetail.core.spi.StatementScope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The types that columns have on the server, which may be others than a jOOQ field says. */
final class PostgresqlColumnTypes {

    private PostgresqlColumnTypes() {}

    static List<String> of(RowStatement row, StatementScope scope, Connection connection) {
        BulkWork work = row.work();
        String text = row.kept("types", () -> text(row, work));
        StatementInfo info = new StatementInfo(false, Set.of(work.table().getName()), true);
        StatementRun run = scope.start(info, text);
        List<String> types = new ArrayList<>();
        // Not prepared, and asked each time: migrations run while applications do, and a plan would keep the old types.
        try (Statement statement = connection.createStatement()) {
            run.limit(statement);
            try (ResultSet result = statement.executeQuery(text)) {
                result.next();
                for (int i = 1; i <= work.columns().size(); i++) {
                    types.add(unbounded(result.getString(i)));
                }
            }
        } catch (SQLException failure) {
            throw run.failed(failure);
        }
        run.succeeded(1);
        return types;
    }

    private static String text(RowStatement row, BulkWork work) {
        return work.columns().stream()
                .map(column -> "pg_typeof((r.r)." + row.name(column) + ")::text")
                .collect(Collectors.joining(", ", "select ", " from (select null::" + row.table() + " as r) as r"));
    }

    /** A cast to these would cut values to one character or bit instead of refusing them. */
    private static String unbounded(String type) {
        return switch (type) {
            case "character" -> "bpchar";
            case "bit" -> "varbit";
            default -> type;
        };
    }
}
