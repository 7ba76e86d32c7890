package dev.dovetail.core.engine;

import java.util.regex.Pattern;

/** {@code host:port,[::1]:port}, or the {@code address=(host=…)} that MariaDB and MySQL know. */
final class Hosts {

    private static final Pattern SECRET = Pattern.compile("(?i)(passw|pwd|user)[a-z0-9]*\\s*=");

    private Hosts() {}

    static String form(Engine engine) {
        return engine.id() + "://user:password@host:port/db";
    }

    static void require(String hosts, Engine engine) {
        requireNoSecret(hosts);
        // Elsewhere a parenthesis stands in a password that was not encoded.
        if (hosts.startsWith("address=(") || hosts.startsWith("(")) {
            return;
        }
        for (String host : hosts.split(",", -1)) {
            requireOne(host, engine);
        }
    }

    static void requireNoSecret(String hosts) {
        if (SECRET.matcher(hosts).find()) {
            throw UrlErrors.bad(
                    "The list of hosts in the URL has a user or a password in it.",
                    "MySQL's form address=(host=…)(user=…)(password=…), which drivers repeat in their messages",
                    "write them before the hosts, for all of them: //user:password@host1,host2/db");
        }
    }

    private static void requireOne(String host, Engine engine) {
        int colon = host.startsWith("[") ? host.indexOf(':', Math.max(0, host.indexOf(']'))) : host.indexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        String port = colon < 0 ? null : host.substring(colon + 1);
        if (name.isEmpty() || (name.startsWith("[") && !name.endsWith("]"))) {
            throw UrlErrors.bad(
                    "The host in the URL cannot be read.",
                    "it is empty, or an IPv6 address without its brackets",
                    "write " + form(engine) + ", an IPv6 host as [::1]");
        }
        if (port != null && !isPort(port)) {
            throw UrlErrors.bad(
                    "The port in the URL is not a number between 1 and 65535.",
                    "a typing mistake, an IPv6 address without its brackets, or a ':' or '/' in the password that is"
                            + " not percent-encoded",
                    "write " + form(engine) + ", in a password ':' as %3A and '/' as %2F, an IPv6 host as [::1]");
        }
    }

    private static boolean isPort(String text) {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int port = Integer.parseInt(text);
        return port >= 1 && port <= 65_535;
    }
}
