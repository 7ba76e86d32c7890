package dev.dovetail.migrations.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Arguments that may hold a password, so that no message repeats them. */
final class Secrets {

    /** In a URL before the host, and as a parameter; also by itself, because a message may show a URL rewritten. */
    private static final Pattern PASSWORD = Pattern.compile("(?i)://[^:@/]*:(.+)@|password=([^&;]+)");

    private final List<String> texts;

    private Secrets(List<String> texts) {
        this.texts = texts;
    }

    static Secrets in(String... arguments) {
        List<String> texts = new ArrayList<>();
        for (String argument : arguments) {
            if (isSuspicious(argument)) {
                int equals = argument.startsWith("-") ? argument.indexOf('=') : -1;
                texts.add(argument.substring(equals + 1));
                PASSWORD.matcher(argument).results().forEach(password -> {
                    texts.add(password.group(1) == null ? password.group(2) : password.group(1));
                });
            }
        }
        // What contains another one goes first.
        texts.sort(Comparator.comparingInt(String::length).reversed());
        return new Secrets(texts);
    }

    private static boolean isSuspicious(String argument) {
        String lower = argument.toLowerCase(Locale.ROOT);
        return lower.contains("://") || lower.contains("jdbc:") || lower.contains("@") || lower.contains("password");
    }

    String hideIn(String message) {
        String hidden = message;
        for (String text : texts) {
            hidden = hidden.replace(text, "***");
        }
        return hidden;
    }
}
