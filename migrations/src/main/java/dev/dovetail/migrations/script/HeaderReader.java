package dev.dovetail.migrations.script;

import dev.dovetail.migrations.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the comment lines before the first statement. Lines that say nothing to us are comments. */
final class HeaderReader {

    private static final Pattern DOWN_REVISION =
            Pattern.compile("--\\s*down-revision\\s*:(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_TRANSACTION = Pattern.compile("--\\s*no-transaction\\s*", Pattern.CASE_INSENSITIVE);

    private HeaderReader() {}

    static ScriptHeader read(String text, String source) {
        List<RevisionId> downRevisions = null;
        boolean transactional = true;
        int number = 0;
        for (String raw : (Iterable<String>) text.lines()::iterator) {
            number++;
            String line = raw.replace("\uFEFF", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            if (!line.startsWith("--")) {
                break;
            }
            Matcher down = DOWN_REVISION.matcher(line);
            if (down.matches()) {
                downRevisions = revisions(downRevisions, down.group(1).strip(), source, number);
            } else if (NO_TRANSACTION.matcher(line).matches()) {
                transactional = false;
            }
        }
        return new ScriptHeader(downRevisions, transactional);
    }

    private static List<RevisionId> revisions(
            @Nullable List<RevisionId> before, String value, String source, int line) {
        if (before != null) {
            throw ScriptErrors.badHeader(source, line, "has a second down-revision", value);
        }
        if (value.toLowerCase(Locale.ROOT).equals("base")) {
            return List.of();
        }
        List<RevisionId> ids = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            String id = part.strip();
            if (!RevisionId.isValid(id)) {
                throw ScriptErrors.badHeader(source, line, "has a down-revision that is no revision id", value);
            }
            ids.add(RevisionId.of(id));
        }
        return ids;
    }
}
