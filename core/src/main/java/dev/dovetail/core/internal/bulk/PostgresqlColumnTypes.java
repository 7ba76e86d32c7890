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
import org.jooq.DSLContext;

/** The types that columns have on the server, which may be others than a jOOQ field says. */
final class PostgresqlColumnTypes {

    private PostgresqlColumnTypes() {}

    static List<String> of(DSLContext sql, BulkWork work, StatementScope scope, Connection connection) {
        String text = work.columns().stream()
                .map(column -> "pg_typeof((r.r)." + BulkWork.name(sql, column) + ")::text")
                .collect(Collectors.joining(
                        ", ", "select ", " from (select null::" + sql.render(work.table()) + " as r) as r"));
        StatementInfo info = new StatementInfo(false, Set.of(work.table().getName()), true);
        StatementRun run = scope.start(info, text);
        List<String> types = new ArrayList<>();
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

    /** A cast to these would cut values to one character or bit instead of refusing them. */
    private static String unbounded(String type) {
        return switch (type) {
            case "character" -> "bpchar";
            case "bit" -> "varbit";
            default -> type;
        };
    }
}
