package dev.dovetail.core.internal.sql;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for statements on a connection that is handed out. */
interface ConnectionRules {

    /**
     * Throws what forbids to send a statement here and now.
     *
     * @param sql its text, or null if it was looked at before
     */
    void requireAllowed(@Nullable String sql);

    /** It is sent now. */
    void sending(Statement statement);

    /**
     * What more can be found out about its failure, before anybody else knows of it.
     *
     * @param bound its values, one array for each row of a batch; empty if they are not known
     * @param again sends it once more
     */
    default SQLException explained(
            SQLException failure, @Nullable String sql, List<@Nullable Object[]> bound, Guard.Call<?> again) {
        return failure;
    }

    /** It failed. */
    void failed(SQLException failure, @Nullable String sql);
}
