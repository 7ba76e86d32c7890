package dev.dovetail.core.error;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * The names that constraints and indexes have where nobody gave them others: the same in the tables made from entities,
 * in generated migrations and in messages, on every engine, so that each can be dropped and found by its name.
 *
 * <ul>
 *   <li>primary key: {@code pk_users}
 *   <li>foreign key: {@code fk_orders_user_id}
 *   <li>unique: {@code uq_users_email}, {@code uq_users_first_last}
 *   <li>index: {@code ix_orders_created_at}
 *   <li>check: {@code ck_orders_total}
 * </ul>
 *
 * <p>Longer than 63 bytes, which is what PostgreSQL keeps, a name is cut and ends in a checksum of the whole. MySQL and
 * MariaDB call every primary key {@code PRIMARY}. Thread-safe.
 */
public final class ConstraintNames {

    private static final int MOST_BYTES = 63;

    private ConstraintNames() {}

    /** Of the primary key of a table. */
    public static String primaryKey(String table) {
        return name("pk", table, List.of());
    }

    /** Of a foreign key from columns of a table. */
    public static String foreignKey(String table, List<String> columns) {
        return name("fk", table, columns);
    }

    /** Of a unique constraint over columns. */
    public static String unique(String table, List<String> columns) {
        return name("uq", table, columns);
    }

    /** Of an index over columns. */
    public static String index(String table, List<String> columns) {
        return name("ix", table, columns);
    }

    /**
     * Of a check.
     *
     * @param subject what it checks: a column, or a word for a rule over several
     */
    public static String check(String table, String subject) {
        return name("ck", table, List.of(subject));
    }

    private static String name(String kind, String table, List<String> parts) {
        String name = kind + "_" + table + (parts.isEmpty() ? "" : "_" + String.join("_", parts));
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MOST_BYTES) {
            return name;
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        String end = String.format(Locale.ROOT, "_%08x", checksum.getValue());
        int length = name.length();
        while (name.substring(0, length).getBytes(StandardCharsets.UTF_8).length + end.length() > MOST_BYTES) {
            length = name.offsetByCodePoints(length, -1);
        }
        return name.substring(0, length) + end;
    }
}
