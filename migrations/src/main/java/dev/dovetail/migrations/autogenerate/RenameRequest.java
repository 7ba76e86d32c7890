package dev.dovetail.migrations.autogenerate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A renaming that somebody asked for.
 *
 * @param text as it was written
 * @param table the table, before
 * @param column the column, before; or null
 * @param to the name afterwards
 */
record RenameRequest(String text, String table, @Nullable String column, String to) {

    private static final Pattern FORM = Pattern.compile("([^.=]+)(?:\\.([^.=]+))?=(?:([^.=]+)\\.)?([^.=]+)");

    static RenameRequest parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches() || (parts.group(3) != null && parts.group(2) == null)) {
            throw GenerateErrors.badRename(text, "it is not of the form users=people or users.name=full_name");
        }
        return new RenameRequest(text, parts.group(1), parts.group(2), parts.group(4));
    }

    boolean isTable() {
        return column == null;
    }
}
