package dev.dovetail.core.portable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Context;
import org.jooq.QueryPart;

/**
 * A piece of an engine's SQL with parts in it, written {0}, {1}, … Not jOOQ's plain SQL, behind which tables could hide:
 * whoever asks which tables a statement uses still gets an answer.
 */
record Template(String sql, List<QueryPart> parts) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    static Template of(String sql, QueryPart... parts) {
        return new Template(sql, List.of(parts));
    }

    void render(Context<?> context) {
        Matcher placeholders = PLACEHOLDER.matcher(sql);
        int end = 0;
        while (placeholders.find()) {
            context.sql(sql.substring(end, placeholders.start()));
            context.visit(parts.get(Integer.parseInt(placeholders.group(1))));
            end = placeholders.end();
        }
        context.sql(sql.substring(end));
    }
}
