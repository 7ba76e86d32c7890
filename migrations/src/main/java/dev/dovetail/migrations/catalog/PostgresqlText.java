package dev.dovetail.migrations.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * PostgreSQL writes {@code status in ('A', 'B')} as {@code (ARRAY['A'::character varying, …])::text[]}, and when it reads
 * that, as {@code ARRAY[('A'::character varying)::text, …]}, which then stays. A constraint that was made from its own
 * text would look different from before; so the settled form is what counts.
 */
final class PostgresqlText {

    private static final Pattern CAST_OF_LIST = Pattern.compile("\\)::([a-z][a-z ]*(?:\\(\\d+\\))?)\\[\\]");
    private static final String BEGIN = "(ARRAY[";

    private PostgresqlText() {}

    static String settled(String text) {
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int end = closing(text, begin + BEGIN.length());
            Matcher cast = CAST_OF_LIST.matcher(text);
            if (end > 0 && cast.find(end + 1) && cast.start() == end + 1) {
                String type = cast.group(1);
                String items = items(text.substring(begin + BEGIN.length(), end)).stream()
                        .map(item -> "(" + item + ")::" + type)
                        .collect(Collectors.joining(", "));
                text = text.substring(0, begin) + "ARRAY[" + items + "]" + text.substring(cast.end());
            }
            begin = text.indexOf(BEGIN, begin + 1);
        }
        return text;
    }

    /** Where the bracket closes, or -1. */
    private static int closing(String text, int from) {
        int depth = 1;
        boolean string = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                string = !string;
            } else if (!string && c == '[') {
                depth++;
            } else if (!string && c == ']' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> items(String list) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        boolean string = false;
        int from = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '\'') {
                string = !string;
            } else if (!string && (c == '(' || c == '[')) {
                depth++;
            } else if (!string && (c == ')' || c == ']')) {
                depth--;
            } else if (!string && depth == 0 && c == ',') {
                items.add(list.substring(from, i).strip());
                from = i + 1;
            }
        }
        items.add(list.substring(from).strip());
        return items;
    }
}
