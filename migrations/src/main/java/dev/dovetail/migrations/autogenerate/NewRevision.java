package dev.dovetail.migrations.autogenerate;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.revision.RevisionId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The name and the headers of scripts that are to be written.
 *
 * @param id the version in their names
 * @param message what changes, in the words of a person
 */
record NewRevision(RevisionId id, String message) {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);

    /** At the time of now, or as soon after it as no other revision has. */
    static NewRevision of(String message, Clock clock, Collection<RevisionId> known) {
        String words = message.strip().replaceAll("\\s+", " ");
        LocalDateTime time = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        RevisionId id = RevisionId.of(FORM.format(time));
        while (known.contains(id) || isBefore(id, known, time)) {
            time = time.plusSeconds(1);
            id = RevisionId.of(FORM.format(time));
        }
        return new NewRevision(id, words.isEmpty() ? "migration" : words);
    }

    /** So many, one behind the other; if there are several, they are numbered. */
    static List<NewRevision> several(int count, String message, Clock clock, Collection<RevisionId> known) {
        List<NewRevision> revisions = new ArrayList<>();
        List<RevisionId> taken = new ArrayList<>(known);
        for (int i = 1; i <= count; i++) {
            NewRevision next = of(count == 1 ? message : message + " " + i, clock, taken);
            taken.add(next.id);
            revisions.add(next);
        }
        return revisions;
    }

    /** A clock that is a little behind that of a colleague must not put the new one before the old. */
    private static boolean isBefore(RevisionId id, Collection<RevisionId> known, LocalDateTime time) {
        String limit = FORM.format(time.plusDays(1));
        return known.stream().anyMatch(other -> other.compareTo(id) > 0 && other.compareTo(RevisionId.of(limit)) < 0);
    }

    String fileName(char kind) {
        String words = message.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "");
        String name = words.isEmpty() ? "migration" : words;
        return kind + id.toString() + "__" + (name.length() > 60 ? name.substring(0, 60) : name) + ".sql";
    }

    Path upgrade(Path root, Engine engine) {
        return root.resolve(engine.id()).resolve(fileName('V'));
    }

    Path downgrade(Path root, Engine engine) {
        return root.resolve(engine.id()).resolve(fileName('U'));
    }

    String upgradeText(List<RevisionId> parents, List<String> remarks, List<String> statements) {
        String after = parents.isEmpty()
                ? "base"
                : parents.stream().map(RevisionId::toString).collect(Collectors.joining(", "));
        return "-- revision: " + message + "\n-- down-revision: " + after + "\n" + comments(remarks) + body(statements);
    }

    String downgradeText(List<String> remarks, List<String> statements) {
        return "-- takes back: " + message + "\n" + comments(remarks) + body(statements);
    }

    private static String comments(List<String> remarks) {
        return remarks.stream()
                .flatMap(remark -> remark.lines())
                .map(line -> "-- " + line + "\n")
                .collect(Collectors.joining());
    }

    private static String body(List<String> statements) {
        return statements.stream().map(sql -> "\n" + sql + ";\n").collect(Collectors.joining());
    }
}
