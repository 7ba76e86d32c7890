package dev.dovetail.core.internal.pool;

import dev.dovetail.core.engine.DatabaseUrl;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUrlException;
import dev.dovetail.core.error.Explanation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sqlite.SQLiteConfig;

/** SQLite's driver takes a parameter that it does not know for a part of the file's name. Needs the driver's classes. */
final class SqliteParameters {

    private static final Set<String> KNOWN = Arrays.stream(SQLiteConfig.Pragma.values())
            .map(SQLiteConfig.Pragma::getPragmaName)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    /** What SQLite itself reads of a name that begins with {@code file:}. */
    private static final Set<String> OF_FILE_NAMES =
            Set.of("vfs", "mode", "cache", "psow", "nolock", "immutable", "modeof");

    private SqliteParameters() {}

    static void requireKnown(DatabaseUrl url) {
        int question = url.jdbcUrl().indexOf('?');
        if (question < 0) {
            return;
        }
        Set<String> names = url.jdbcUrl().startsWith("jdbc:sqlite:file:") ? OF_FILE_NAMES : Set.of();
        List<String> unusable = Arrays.stream(
                        url.jdbcUrl().substring(question + 1).split("&", -1))
                .filter(parameter -> !isUsable(parameter, names))
                .map(parameter -> parameter.replaceFirst("=.*", ""))
                .toList();
        if (!unusable.isEmpty()) {
            throw new DatabaseUrlException(
                    new Explanation(
                            CoreError.BAD_URL,
                            "The SQLite URL has parameters that its driver does not know, or without a value: "
                                    + String.join(", ", unusable) + ".",
                            "a typing mistake, or a parameter of another driver; it would become a part of the file's"
                                    + " name",
                            "use name=value with the names of SQLite's pragmas: journal_mode, synchronous, cache_size,"
                                    + " or open_mode=1 for read-only"),
                    null);
        }
    }

    private static boolean isUsable(String parameter, Set<String> further) {
        int equals = parameter.indexOf('=');
        if (equals < 1 || equals == parameter.length() - 1) {
            return false;
        }
        String name = parameter.substring(0, equals);
        return KNOWN.contains(name.toLowerCase(Locale.ROOT)) || further.contains(name);
    }
}
