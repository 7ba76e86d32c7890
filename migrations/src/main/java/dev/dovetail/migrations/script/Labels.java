package dev.dovetail.migrations.script;

import java.util.Set;
import java.util.regex.Pattern;

/** What may be the name of a branch: nothing that could be another target. */
final class Labels {

    private static final Pattern FORM = Pattern.compile("\\p{L}[\\p{L}\\p{N}_-]{0,59}");
    private static final Set<String> TAKEN = Set.of("head", "heads", "base");

    private Labels() {}

    static boolean isValid(String label) {
        return FORM.matcher(label).matches() && !TAKEN.contains(label);
    }
}
