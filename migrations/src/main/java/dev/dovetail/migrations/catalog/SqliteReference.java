package dev.dovetail.migrations.catalog;

import java.util.List;
import java.util.Locale;

/**
 * What a foreign key of SQLite says behind the columns that it refers to.
 *
 * @param onDelete the action, or empty
 * @param onUpdate the action, or empty
 * @param deferrable {@code  deferrable …} or empty
 */
record SqliteReference(String onDelete, String onUpdate, String deferrable) {

    static SqliteReference read(SqlitePieces in) {
        String onDelete = "";
        String onUpdate = "";
        String deferrable = "";
        while (true) {
            if (in.isAt("on") && in.isNext("delete")) {
                in.take();
                in.take();
                onDelete = action(in);
            } else if (in.isAt("on") && in.isNext("update")) {
                in.take();
                in.take();
                onUpdate = action(in);
            } else if (in.accept("match")) {
                // SQLite reads it and does nothing with it.
                in.take();
            } else if (in.isAt("not") && in.isNext("deferrable")) {
                in.take();
                in.take();
                initially(in);
            } else if (in.accept("deferrable")) {
                deferrable = " deferrable" + (initially(in) ? " initially deferred" : "");
            } else {
                return new SqliteReference(onDelete, onUpdate, deferrable);
            }
        }
    }

    private static String action(SqlitePieces in) {
        if (in.accept("no")) {
            in.expect("action");
            return "";
        }
        if (in.accept("set")) {
            return "set " + in.take().toLowerCase(Locale.ROOT);
        }
        return in.take().toLowerCase(Locale.ROOT);
    }

    private static boolean initially(SqlitePieces in) {
        return in.accept("initially") && SqliteText.isWord(in.take(), "deferred");
    }

    String definition(List<String> columns, String target, List<String> referenced) {
        return "foreign key " + Names.list(columns) + " references " + Names.quote(target)
                + (referenced.isEmpty() ? "" : " " + Names.list(referenced))
                + (onDelete.isEmpty() ? "" : " on delete " + onDelete)
                + (onUpdate.isEmpty() ? "" : " on update " + onUpdate)
                + deferrable;
    }
}
