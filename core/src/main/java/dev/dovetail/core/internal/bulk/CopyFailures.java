package dev.dovetail.core.internal.bulk;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Which row a refused COPY is about: its context names the line, and of a foreign key the detail names the values. */
final class CopyFailures {

    /** {@code COPY accounts, line 3, column id: "x"}, with "line" in the server's language. */
    private static final Pattern LINE = Pattern.compile("(?m)^COPY .+?, \\P{Nd}{1,20}(\\d{1,9})\\b");

    /** {@code Key (a, b)=(1, 2) is not present in table "t".} */
    private static final Pattern KEY = Pattern.compile("\\(([^()=]+)\\)=\\((.*)\\)", Pattern.DOTALL);

    private CopyFailures() {}

    /** The row's position, or -1 if it cannot be told. */
    static int row(SQLException failure, List<@Nullable Object[]> rows, BulkWork work) {
        ServerErrorMessage message = failure instanceof PSQLException server ? server.getServerErrorMessage() : null;
        if (message == null) {
            return -1;
        }
        Matcher line = LINE.matcher(String.valueOf(message.getWhere()));
        if (line.find()) {
            int row = Integer.parseInt(line.group(1)) - 1;
            return row >= 0 && row < rows.size() ? row : -1;
        }
        Matcher key = KEY.matcher(String.valueOf(message.getDetail()));
        return key.find() ? withKey(key.group(1), key.group(2), rows, work) : -1;
    }

    private static int withKey(String columns, String values, List<@Nullable Object[]> rows, BulkWork work) {
        List<String> names = List.of(columns.replace("\"", "").split(",\\s*"));
        int[] positions = new int[names.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = work.position(names.get(i));
            if (positions[i] < 0) {
                return -1;
            }
        }
        PostgresqlValues literals = new PostgresqlValues(work.columns());
        for (int row = 0; row < rows.size(); row++) {
            int current = row;
            String literal = Arrays.stream(positions)
                    .mapToObj(column -> String.valueOf(literals.literal(current, column, rows.get(current)[column])))
                    .collect(Collectors.joining(", "));
            if (literal.equals(values)) {
                return row;
            }
        }
        return -1;
    }
}
