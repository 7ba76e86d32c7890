package dev.dovetail.core.engine;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the forms of database URLs apart by their schemes. */
final class DatabaseUrlParser {

    private static final int LONGEST = 8_192;
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{0,39}");

    private DatabaseUrlParser() {}

    static DatabaseUrl parse(String url) {
        if (url.length() > LONGEST) {
            throw UrlErrors.bad(
                    "The database URL has " + url.length() + " characters; at most " + LONGEST + " are read.",
                    "something else than a URL is in its place",
                    "use one of " + UrlErrors.FORMS);
        }
        if (url.chars().anyMatch(Character::isISOControl)) {
            throw UrlErrors.bad(
                    "The database URL contains a control character, such as a line break.",
                    "it was read from a file with its line end",
                    "strip it; a control character in a password is percent-encoded: a line feed is %0A");
        }
        int colon = url.indexOf(':');
        if (colon < 1 || !SCHEME.matcher(url.substring(0, colon)).matches()) {
            throw UrlErrors.bad(
                    "The database URL has no scheme.",
                    "the part before the first ':' is missing",
                    "use one of " + UrlErrors.FORMS);
        }
        String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = url.substring(colon + 1);
        return switch (scheme) {
            case "sqlite" -> SqliteUrls.read(rest);
            case "postgresql", "postgres" -> ServerUrls.read(Engine.POSTGRESQL, rest);
            case "mariadb" -> ServerUrls.read(Engine.MARIADB, rest);
            case "mysql" -> ServerUrls.read(Engine.MYSQL, rest);
            case "h2" -> H2Urls.read(rest);
            case "jdbc" -> jdbc(rest);
            default -> throw unknown(scheme);
        };
    }

    private static DatabaseUrl jdbc(String rest) {
        int colon = rest.indexOf(':');
        return switch (colon < 0 ? "" : rest.substring(0, colon)) {
            case "sqlite" -> SqliteUrls.readJdbc(rest.substring(colon + 1));
            case "h2" -> H2Urls.read(rest.substring(colon + 1));
            case "postgresql" -> ServerUrls.readJdbc(Engine.POSTGRESQL, rest.substring(colon + 1));
            case "mariadb" -> ServerUrls.readJdbc(Engine.MARIADB, rest.substring(colon + 1));
            case "mysql" -> ServerUrls.readJdbc(Engine.MYSQL, rest.substring(colon + 1));
            default ->
                throw UrlErrors.bad(
                        "The JDBC URL is of no engine that is known here.",
                        "a typing mistake, or an engine that is not supported",
                        "use one of jdbc:sqlite:, jdbc:postgresql:, jdbc:mariadb:, jdbc:mysql: or jdbc:h2:");
        };
    }

    private static RuntimeException unknown(String scheme) {
        return UrlErrors.bad(
                "The scheme '" + scheme + "' of the database URL is not known.",
                scheme.contains("+")
                        ? "the name of a Python driver after the '+', which a JDBC URL does not have"
                        : "a typing mistake, or an engine that is not supported",
                "use one of " + UrlErrors.FORMS);
    }
}
