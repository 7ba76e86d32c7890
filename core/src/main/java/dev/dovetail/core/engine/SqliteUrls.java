package dev.dovetail.core.engine;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code sqlite:///file.db}, and what follows {@code jdbc:sqlite:}. */
final class SqliteUrls {

    static final String MEMORY = ":memory:";
    private static final String SLASHES = "write three slashes before a relative path and four before an absolute one:"
            + " sqlite:///file.db, sqlite:////abs/file.db";
    private static final Pattern SLASH_AND_DRIVE = Pattern.compile("/[A-Za-z]:[/\\\\].*");

    private SqliteUrls() {}

    static DatabaseUrl read(String rest) {
        return read(rest, File.separatorChar == '\\');
    }

    static DatabaseUrl read(String rest, boolean windows) {
        if (!rest.startsWith("//")) {
            throw UrlErrors.bad(
                    "The SQLite URL does not continue with '//' after 'sqlite:'.", "slashes are missing", SLASHES);
        }
        String path = rest.substring(2);
        if (!path.isEmpty() && !path.startsWith("/") && !path.startsWith("?")) {
            throw UrlErrors.bad(
                    "The SQLite URL names a host, but SQLite has none.",
                    "there are two slashes where three or four are needed",
                    SLASHES);
        }
        path = path.startsWith("/") ? path.substring(1) : path;
        int question = path.indexOf('?');
        String file = PercentText.decode(question < 0 ? path : path.substring(0, question), "path");
        if (file.indexOf('?') >= 0) {
            throw UrlErrors.bad(
                    "The path of the SQLite URL contains an encoded '?'.",
                    "a file with a '?' in its name; the driver would read what follows as parameters",
                    "give the file another name");
        }
        if (windows && SLASH_AND_DRIVE.matcher(file).matches()) {
            file = file.substring(1);
        }
        return of(file, question < 0 ? "" : path.substring(question + 1));
    }

    static DatabaseUrl readJdbc(String rest) {
        int question = rest.indexOf('?');
        return question < 0 ? of(rest, "") : of(rest.substring(0, question), rest.substring(question + 1));
    }

    private static DatabaseUrl of(String file, String query) {
        UrlParameters parameters = UrlParameters.read(query.split("&", -1), PercentText::decode);
        String path = file;
        if (file.startsWith("file:")) {
            boolean memory =
                    file.startsWith("file:" + MEMORY) || parameters.kept().contains("mode=memory");
            if (memory && parameters.kept().contains("cache=shared")) {
                throw UrlErrors.bad(
                        "The URL asks for SQLite's shared in-memory database.",
                        "it was the only way to share one among connections; it locks whole tables against readers, and"
                                + " is gone with its last connection",
                        "write sqlite:///:memory:, which all connections of one Database share");
            }
            path = memory ? MEMORY : file;
        }
        if (path.isEmpty()) {
            // The driver would give each connection a temporary database of its own.
            path = MEMORY;
        }
        if (path.equals(MEMORY)) {
            List<String> kept = new ArrayList<>(parameters.kept());
            kept.remove("mode=memory");
            parameters = new UrlParameters(kept, parameters.secret(), parameters.user(), parameters.password());
        }
        String base = "jdbc:sqlite:" + path;
        return new DatabaseUrl(
                Engine.SQLITE,
                parameters.join(base, "?", "&"),
                parameters.show(base, "?"),
                parameters.user(),
                parameters.password(),
                parameters.secret());
    }
}
