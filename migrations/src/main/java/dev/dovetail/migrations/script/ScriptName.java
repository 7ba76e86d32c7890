package dev.dovetail.migrations.script;

import dev.dovetail.migrations.revision.RevisionId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a script says: {@code V20261120_101800__add_orders.sql}.
 *
 * @param kind {@code V} or {@code U}
 * @param revision the version
 * @param description the words after the two underscores, with spaces
 */
record ScriptName(ScriptKind kind, RevisionId revision, String description) {

    private static final Pattern FORM = Pattern.compile("([VU])(\\d+(?:[._]\\d+)*)__(.+)\\.sql");

    static ScriptName parse(String fileName, String source) {
        Matcher name = FORM.matcher(fileName);
        if (!name.matches()) {
            throw ScriptErrors.badName(fileName, source);
        }
        return new ScriptName(
                name.group(1).equals("V") ? ScriptKind.UPGRADE : ScriptKind.DOWNGRADE,
                RevisionId.of(name.group(2)),
                name.group(3).replace('_', ' ').strip());
    }
}
