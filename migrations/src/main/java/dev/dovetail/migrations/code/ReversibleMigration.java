package dev.dovetail.migrations.code;

/** A {@link JavaMigration} with a way back. */
public interface ReversibleMigration extends JavaMigration {

    /**
     * Takes the work back, under the rules of {@link #upgrade}.
     *
     * @param context the connection of this step; not for keeping
     * @throws Exception whatever it likes
     */
    void downgrade(MigrationContext context) throws Exception;
}
