package dev.dovetail.migrations.code;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A revision whose work is done by Java. Its class is named like a script, {@code V20261120_101800__fill_names}, has a
 * constructor without parameters, and stands in the package {@code db.migration} (for one engine alone in
 * {@code db.migration.postgresql} and so on), where {@code classpath:db/migration} finds it beside the scripts; or in any
 * other package that a location names, {@code java:com.example.migration}. What else the header of a script says, an
 * annotation {@link RevisionHeader} does.
 *
 * <p>It runs under the same lock, in the same transaction with its row in the history as a script, and once. It has a way
 * back if it is a {@link ReversibleMigration}. An instance is made for each look at the scripts, so a constructor should
 * do nothing.
 */
public interface JavaMigration {

    /**
     * Does the work. Whatever it throws takes everything back, on the engines that can, and ends the run.
     *
     * @param context the connection of this step; not for keeping
     * @throws Exception whatever it likes
     */
    void upgrade(MigrationContext context) throws Exception;

    /**
     * What stands in the history for its content. By default it comes from the name of the class alone, because other
     * compilers make other bytes of the same source: return another number when the code changes, so that databases on
     * which the old one ran are told apart.
     */
    default int checksum() {
        CRC32 crc = new CRC32();
        crc.update(getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
