package dev.dovetail.core.engine;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Decodes what is percent-encoded in a URL. */
final class PercentText {

    private static final Pattern BAD = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private PercentText() {}

    /** As in the path of a URL: a '+' stands for itself. */
    static String decode(String text, String part) {
        return decodeForm(text.replace("+", "%2B"), part);
    }

    /** As drivers read their parameters: a '+' is a space. */
    static String decodeForm(String text, String part) {
        if (BAD.matcher(text).find()) {
            throw UrlErrors.bad(
                    "The " + part + " in the URL has a '%' that is not followed by two hexadecimal digits.",
                    "a '%' that stands for itself",
                    "write it as %25");
        }
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
