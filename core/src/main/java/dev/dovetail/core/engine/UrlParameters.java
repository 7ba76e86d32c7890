package dev.dovetail.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a URL, parted into those that may stand in a URL and those that nobody must see.
 *
 * @param kept {@code name=value} as given
 * @param secret names and decoded values, for the driver's properties
 */
record UrlParameters(
        List<String> kept,
        Map<String, String> secret,
        @Nullable String user,
        @Nullable String password) {

    /** sslpassword, trustStorePassword, sslPassphrase, … : drivers invent more of them. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(passw|pwd|passphrase|secret|token|credential).*");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,79}");

    /** @param decoder gets a value and the name of its part of the URL */
    static UrlParameters read(String[] parameters, BinaryOperator<String> decoder) {
        List<String> kept = new ArrayList<>();
        Map<String, String> secret = new LinkedHashMap<>();
        String user = null;
        String password = null;
        for (String parameter : parameters) {
            if (parameter.isEmpty()) {
                continue;
            }
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            if (!NAME.matcher(name).matches()) {
                throw UrlErrors.bad(
                        "A parameter of the URL has no name that a driver could know.",
                        "a '?', '&' or ';' stands in a password, a path or a value",
                        UrlErrors.ENCODE);
            }
            switch (name.toLowerCase(Locale.ROOT)) {
                case "user", "username" -> user = decoder.apply(value, "user");
                case "password" -> password = decoder.apply(value, "password");
                default -> {
                    if (SECRET.matcher(name).matches()) {
                        secret.put(name, decoder.apply(value, "value of a parameter"));
                    } else {
                        kept.add(parameter);
                    }
                }
            }
        }
        return new UrlParameters(kept, secret, user, password);
    }

    /** The URL to open. */
    String join(String base, String first, String separator) {
        return kept.isEmpty() ? base : base + first + String.join(separator, kept);
    }

    /**
     * The URL to show, without parameters: a value may be a secret under a name that nobody knows, and a name the end of
     * a password with an {@code &} in it.
     */
    String show(String base, String first) {
        return kept.isEmpty() ? base : base + first + "…";
    }
}
