package dev.dovetail.core.engine;

import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code postgresql://user:password@host:port/db?option=value} and the like, and the JDBC URLs of the same engines. */
final class ServerUrls {

    private static final Pattern AT_BEFORE_COMMA = Pattern.compile("@[^@]*,");

    private ServerUrls() {}

    static DatabaseUrl read(Engine engine, String rest) {
        if (!rest.startsWith("//")) {
            throw UrlErrors.bad(
                    "The URL does not continue with '//' after '" + engine.id() + ":'.",
                    "slashes are missing",
                    "write " + Hosts.form(engine));
        }
        Parts parts = Parts.of(rest.substring(2));
        if (parts.path().length() < 2) {
            throw UrlErrors.bad(
                    "The URL names no database.", "the part after the host is missing", "write " + Hosts.form(engine));
        }
        String hosts = parts.hosts().isEmpty() ? "localhost" : parts.hosts();
        Hosts.require(hosts, engine);
        // MariaDB's driver takes the name of the database as it stands; the others decode it.
        String path = engine == Engine.MARIADB ? PercentText.decode(parts.path(), "path") : parts.path();
        return url(engine, "jdbc:" + engine.id() + "://" + hosts + path, parts, PercentText::decode);
    }

    /** The same grammar after the {@code //}; before it may stand a mode, such as {@code replication:}. */
    static DatabaseUrl readJdbc(Engine engine, String rest) {
        int slashes = rest.indexOf("//");
        int question = rest.indexOf('?');
        boolean authority = slashes >= 0 && (question < 0 || slashes < question);
        String mode = authority ? rest.substring(0, slashes) : "";
        Parts parts = authority ? Parts.of(rest.substring(slashes + 2)) : Parts.withoutAuthority(rest);
        if (mode.contains("@")) {
            throw atInPath();
        }
        if (authority && !parts.hosts().isEmpty()) {
            Hosts.require(parts.hosts(), engine);
        }
        String base = "jdbc:" + engine.id() + ":" + mode + (authority ? "//" + parts.hosts() : "") + parts.path();
        // MariaDB's driver decodes nothing, the others read a '+' as a space.
        return url(engine, base, parts, engine == Engine.MARIADB ? (value, part) -> value : PercentText::decodeForm);
    }

    private static DatabaseUrl url(Engine engine, String base, Parts parts, BinaryOperator<String> decoder) {
        UrlParameters parameters = UrlParameters.read(parts.query().split("&", -1), decoder);
        return new DatabaseUrl(
                engine,
                parameters.join(base, "?", "&"),
                parameters.show(base, "?"),
                parts.user() == null ? parameters.user() : parts.user(),
                parts.password() == null ? parameters.password() : parts.password(),
                parameters.secret());
    }

    private static RuntimeException atInPath() {
        return UrlErrors.bad(
                "The URL has an '@' behind its first '/', '?' or '#'.",
                "the password or user contains such a character, or the name of the database an '@'",
                UrlErrors.ENCODE);
    }

    /** A URL's parts behind the {@code //}; the path begins with a slash, or is empty. */
    private record Parts(@Nullable String user, @Nullable String password, String hosts, String path, String query) {

        static Parts of(String text) {
            int end = endOfAuthority(text);
            String authority = text.substring(0, end);
            Parts more = withoutAuthority(text.substring(end));
            int at = authority.lastIndexOf('@');
            if (at < 0) {
                return new Parts(null, null, authority, more.path, more.query);
            }
            String userInfo = authority.substring(0, at);
            if (AT_BEFORE_COMMA.matcher(userInfo).find()) {
                throw UrlErrors.bad(
                        "The URL has an '@' and a ',' before its last '@'.",
                        "a password with both, or a user of its own for each host, which is not supported",
                        "percent-encode them in a password: '@' is %40, ',' is %2C; give one user for all hosts");
            }
            Hosts.requireNoSecret(userInfo.contains("(") ? userInfo : "");
            int colon = userInfo.indexOf(':');
            String user = PercentText.decode(colon < 0 ? userInfo : userInfo.substring(0, colon), "user");
            String password = colon < 0 ? null : PercentText.decode(userInfo.substring(colon + 1), "password");
            return new Parts(
                    user.isEmpty() ? null : user, password, authority.substring(at + 1), more.path, more.query);
        }

        static Parts withoutAuthority(String text) {
            int question = text.indexOf('?');
            String path = question < 0 ? text : text.substring(0, question);
            if (path.contains("@")) {
                throw atInPath();
            }
            return new Parts(null, null, "", path, question < 0 ? "" : text.substring(question + 1));
        }

        private static int endOfAuthority(String text) {
            // address=(localSocket=/tmp/s); in a password a parenthesis is a letter like others.
            boolean nests = text.contains("address=(");
            int depth = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                depth += !nests ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth <= 0 && (c == '/' || c == '?' || c == '#')) {
                    return i;
                }
            }
            return text.length();
        }
    }
}
