package dev.dovetail.repository.memory;

import dev.dovetail.repository.internal.store.EngineRules;

/**
 * Which engine a fake follows where engines differ. What all of them do alike is not listed: null sorts as the greatest,
 * conditions compare text exactly, unique keys may hold nulls, a decimal with more digits than its column is refused.
 *
 * <table>
 * <caption>Where they differ</caption>
 * <tr><th>profile</th><th>order of text</th><th>equal in unique keys</th><th>length counts</th><th>times keep</th>
 *     <th>isolation by default</th></tr>
 * <tr><td>{@link #PORTABLE}</td><td>code points</td><td>the same text</td><td>characters</td><td>milliseconds</td>
 *     <td>read committed</td></tr>
 * <tr><td>{@link #POSTGRESQL}</td><td>code points</td><td>the same text</td><td>characters</td><td>microseconds</td>
 *     <td>read committed</td></tr>
 * <tr><td>{@link #SQLITE}</td><td>code points</td><td>the same text</td><td>characters</td><td>milliseconds</td>
 *     <td>serializable, one writer at a time</td></tr>
 * <tr><td>{@link #H2}</td><td>UTF-16 units</td><td>the same text</td><td>UTF-16 units</td><td>microseconds</td>
 *     <td>read committed</td></tr>
 * <tr><td>{@link #MARIADB}</td><td>letters without case and accents</td><td>neither case nor accents nor spaces at the
 *     end count</td><td>characters</td><td>microseconds</td><td>repeatable read</td></tr>
 * <tr><td>{@link #MARIADB_BINARY}</td><td>code points</td><td>spaces at the end do not count</td><td>characters</td>
 *     <td>microseconds</td><td>repeatable read</td></tr>
 * </table>
 */
public enum EngineProfile {
    /**
     * What is the same on every engine. Where they differ it is as strict as the strictest: what passes here passes on
     * each of them (but for characters beyond U+FFFF on {@link #H2}, which are two there). The default.
     */
    PORTABLE(EngineRules.PORTABLE),
    /** PostgreSQL, in a database that sorts by code points ({@code C} or {@code C.UTF-8}). */
    POSTGRESQL(EngineRules.POSTGRESQL),
    /** SQLite. A second writing transaction of a thread is refused; those of other threads wait for up to 30 s. */
    SQLITE(EngineRules.SQLITE),
    /** H2. Serializable transactions see one state, but what they read may be changed by others before they commit. */
    H2(EngineRules.H2),
    /**
     * MariaDB with the collation of a database for which nobody names another, {@code utf8mb4_general_ci}. Letters other
     * than Latin ones are compared as Unicode folds them, which may differ.
     */
    MARIADB(EngineRules.MARIADB),
    /** MariaDB in a database with the collation {@code utf8mb4_bin}. */
    MARIADB_BINARY(EngineRules.MARIADB_BINARY);

    private final EngineRules rules;

    EngineProfile(EngineRules rules) {
        this.rules = rules;
    }

    EngineRules rules() {
        return rules;
    }
}
