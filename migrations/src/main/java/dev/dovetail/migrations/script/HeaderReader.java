package dev.dovetail.migrations.script;

import dev.dovetail.migrations.revision.RevisionId;
import java.time.Duration;
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
    private static final Pattern LABEL = Pattern.compile("--\\s*label\\s*:(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCK_TIMEOUT =
            Pattern.compile("--\\s*lock-timeout\\s*:(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(ms|s|min)");

    private final String source;
    private @Nullable List<RevisionId> downRevisions;
    private @Nullable Duration lockTimeout;
    private boolean transactional = true;
    private final List<String> labels = new ArrayList<>();

    private HeaderReader(String source) {
        this.source = source;
    }

    static ScriptHeader read(String text, String source) {
        HeaderReader reader = new HeaderReader(source);
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
            reader.line(line, number);
        }
        return reader.header();
    }

    /** The header of a migration in Java, by the same rules. */
    static ScriptHeader of(List<String> downRevisions, List<String> labels, boolean transactional, String source) {
        HeaderReader reader = new HeaderReader(source);
        if (!downRevisions.isEmpty()) {
            reader.revisions(String.join(",", downRevisions), 1);
        }
        if (!labels.isEmpty()) {
            reader.labels(String.join(",", labels), 1);
        }
        reader.transactional = transactional;
        return reader.header();
    }

    private ScriptHeader header() {
        return new ScriptHeader(downRevisions, transactional, labels, lockTimeout);
    }

    private void line(String line, int number) {
        Matcher down = DOWN_REVISION.matcher(line);
        Matcher label = LABEL.matcher(line);
        Matcher timeout = LOCK_TIMEOUT.matcher(line);
        if (down.matches()) {
            revisions(down.group(1).strip(), number);
        } else if (label.matches()) {
            labels(label.group(1).strip(), number);
        } else if (timeout.matches()) {
            lockTimeout = duration(timeout.group(1).strip(), number);
        } else if (NO_TRANSACTION.matcher(line).matches()) {
            transactional = false;
        }
    }

    private void revisions(String value, int line) {
        if (downRevisions != null) {
            throw ScriptErrors.badHeader(source, line, "has a second down-revision", value);
        }
        List<RevisionId> ids = new ArrayList<>();
        if (!value.toLowerCase(Locale.ROOT).equals("base")) {
            for (String part : value.split(",", -1)) {
                String id = part.strip();
                if (!RevisionId.isValid(id)) {
                    throw ScriptErrors.badHeader(source, line, "has a down-revision that is no revision id", value);
                }
                ids.add(RevisionId.of(id));
            }
        }
        downRevisions = ids;
    }

    private void labels(String value, int line) {
        for (String part : value.split(",", -1)) {
            String label = part.strip();
            if (!Labels.isValid(label)) {
                throw ScriptErrors.badLabel(source, line, value);
            }
            labels.add(label);
        }
    }

    private Duration duration(String value, int line) {
        Matcher parts = DURATION.matcher(value);
        if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
            throw ScriptErrors.badLockTimeout(source, line, value);
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
