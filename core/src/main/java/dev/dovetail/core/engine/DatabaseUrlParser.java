package dev.dovetail.core.engine;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUrlException;
import dev.dovetail.core.error.Explanation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The grammar of database URLs. No message shows more of a URL than its scheme: a slip may put the password anywhere. */
final class DatabaseUrlParser {

    static final String SQLITE_MEMORY = "jdbc:sqlite::memory:";
    private static final String FORMS = "sqlite:///file.db, sqlite:////abs/file.db, sqlite:///:memory:,"
            + " postgresql://user:password@host:port/db, mariadb://…, mysql://…, h2:mem:name, h2:file:/path, or jdbc:…";
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*");
    private static final Pattern BAD_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private DatabaseUrlParser() {}

    static DatabaseUrl parse(String url) {
        int colon = url.indexOf(':');
        if (colon < 1 || !SCHEME.matcher(url.substring(0, colon)).matches()) {
            throw bad(
                    "The database URL has no scheme.",
                    "the part before the first ':' is missing",
                    "use one of " + FORMS);
        }
        String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = url.substring(colon + 1);
        return switch (scheme) {
            case "sqlite" -> sqlite(rest);
            case "postgresql", "postgres" -> server(Engine.POSTGRESQL, rest);
            case "mariadb" -> server(Engine.MARIADB, rest);
            case "mysql" -> server(Engine.MYSQL, rest);
            case "h2" -> withoutCredentials(Engine.H2, "jdbc:h2:" + rest);
            case "jdbc" -> jdbc(rest);
            default ->
                throw bad(
                        "The scheme '" + scheme + "' of the database URL is not known.",
                        "a typing mistake, or an engine that is not supported",
                        "use one of " + FORMS);
        };
    }

    private static DatabaseUrl sqlite(String rest) {
        if (!rest.startsWith("//")) {
            throw bad(
                    "The SQLite URL does not continue with '//' after 'sqlite:'.",
                    "slashes are missing",
                    "write three slashes before a relative path and four before an absolute one: sqlite:///file.db,"
                            + " sqlite:////abs/file.db");
        }
        String afterSlashes = rest.substring(2);
        if (afterSlashes.isEmpty()) {
            return new DatabaseUrl(Engine.SQLITE, SQLITE_MEMORY, null, null);
        }
        if (!afterSlashes.startsWith("/")) {
            throw bad(
                    "The SQLite URL names a host, but SQLite has none.",
                    "there are two slashes where three or four are needed",
                    "write three slashes before a relative path and four before an absolute one: sqlite:///file.db,"
                            + " sqlite:////abs/file.db");
        }
        String path = afterSlashes.substring(1);
        int question = path.indexOf('?');
        String file = decode(question < 0 ? path : path.substring(0, question), "path");
        String query = question < 0 ? "" : path.substring(question);
        if (file.isEmpty() || file.equals(":memory:")) {
            return new DatabaseUrl(Engine.SQLITE, SQLITE_MEMORY + query, null, null);
        }
        return new DatabaseUrl(Engine.SQLITE, "jdbc:sqlite:" + file + query, null, null);
    }

    private static DatabaseUrl jdbc(String rest) {
        for (Engine engine : Engine.values()) {
            if (rest.startsWith(engine.id() + ":")) {
                return withoutCredentials(engine, "jdbc:" + rest);
            }
        }
        throw bad(
                "The JDBC URL is of no engine that is known here.",
                "a typing mistake, or an engine that is not supported",
                "use one of jdbc:sqlite:, jdbc:postgresql:, jdbc:mariadb:, jdbc:mysql: or jdbc:h2:");
    }

    private static DatabaseUrl server(Engine engine, String rest) {
        if (!rest.startsWith("//")) {
            throw bad(
                    "The URL does not continue with '//' after '" + engine.id() + ":'.",
                    "slashes are missing",
                    "write " + engine.id() + "://user:password@host:port/db");
        }
        String authorityAndMore = rest.substring(2);
        int end = endOfAuthority(authorityAndMore);
        String authority = authorityAndMore.substring(0, end);
        String more = authorityAndMore.substring(end);
        if (more.contains("@") && !authority.contains("@")) {
            throw bad(
                    "The part of the URL before the '@' contains a '/', '?' or '#'.",
                    "the password or user contains such a character",
                    "percent-encode it: '/' is %2F, '?' is %3F, '#' is %23, '@' is %40, ':' is %3A, '%' is %25");
        }
        int at = authority.lastIndexOf('@');
        String user = null;
        String password = null;
        if (at >= 0) {
            String userInfo = authority.substring(0, at);
            int colon = userInfo.indexOf(':');
            user = decode(colon < 0 ? userInfo : userInfo.substring(0, colon), "user");
            password = colon < 0 ? null : decode(userInfo.substring(colon + 1), "password");
        }
        String hosts = authority.substring(at + 1);
        requireHosts(hosts.isEmpty() ? "localhost" : hosts, engine);
        String path = more.startsWith("/") ? more : "/" + more;
        if (path.equals("/") || path.startsWith("/?")) {
            throw bad(
                    "The URL names no database.",
                    "the part after the host is missing",
                    "write " + engine.id() + "://user:password@host:port/db");
        }
        DatabaseUrl url = withoutCredentials(
                engine, "jdbc:" + engine.id() + "://" + (hosts.isEmpty() ? "localhost" : hosts) + path);
        return new DatabaseUrl(
                engine, url.jdbcUrl(), user == null ? url.user() : user, password == null ? url.password() : password);
    }

    private static int endOfAuthority(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '?' || c == '#') {
                return i;
            }
        }
        return text.length();
    }

    private static void requireHosts(String hosts, Engine engine) {
        for (String host : hosts.split(",", -1)) {
            int colon = host.startsWith("[") ? host.indexOf(':', Math.max(0, host.indexOf(']'))) : host.indexOf(':');
            String name = colon < 0 ? host : host.substring(0, colon);
            String port = colon < 0 ? null : host.substring(colon + 1);
            if (name.isEmpty() || (name.startsWith("[") && !name.endsWith("]"))) {
                throw bad(
                        "The host in the URL cannot be read.",
                        "it is empty, or an IPv6 address without its brackets",
                        "write " + engine.id() + "://user:password@host:port/db, an IPv6 host as [::1]");
            }
            if (port != null && !isPort(port)) {
                throw bad(
                        "The port in the URL is not a number between 1 and 65535.",
                        "a typing mistake, or a ':' in the password that is not percent-encoded",
                        "write " + engine.id() + "://user:password@host:port/db, with ':' in a password as %3A");
            }
        }
    }

    private static boolean isPort(String text) {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int port = Integer.parseInt(text);
        return port >= 1 && port <= 65_535;
    }

    /** Takes user and password out of the parameters, so that the URL can be shown. */
    private static DatabaseUrl withoutCredentials(Engine engine, String jdbcUrl) {
        char first = engine == Engine.H2 ? ';' : '?';
        String separator = engine == Engine.H2 ? ";" : "&";
        int start = jdbcUrl.indexOf(first);
        if (start < 0) {
            return new DatabaseUrl(engine, jdbcUrl, null, null);
        }
        List<String> kept = new ArrayList<>();
        String user = null;
        String password = null;
        for (String parameter : jdbcUrl.substring(start + 1).split(separator, -1)) {
            String name =
                    parameter.substring(0, Math.max(0, parameter.indexOf('='))).toLowerCase(Locale.ROOT);
            String value = parameter.substring(parameter.indexOf('=') + 1);
            switch (name) {
                case "user", "username" -> user = engine == Engine.H2 ? value : decode(value, "user");
                case "password" -> password = engine == Engine.H2 ? value : decode(value, "password");
                default -> kept.add(parameter);
            }
        }
        kept.removeIf(String::isEmpty);
        String base = jdbcUrl.substring(0, start);
        return new DatabaseUrl(
                engine, kept.isEmpty() ? base : base + first + String.join(separator, kept), user, password);
    }

    private static String decode(String text, String part) {
        if (BAD_PERCENT.matcher(text).find()) {
            throw bad(
                    "The " + part + " in the URL has a '%' that is not followed by two hexadecimal digits.",
                    "a '%' that stands for itself",
                    "write it as %25");
        }
        // URLDecoder reads '+' as a space; here it stands for itself.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static DatabaseUrlException bad(String fact, String cause, String fix) {
        return new DatabaseUrlException(
                new Explanation(CoreError.BAD_URL, fact, cause, fix), (@Nullable Throwable) null);
    }
}
