package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.internal.jdbc.PreparedStatements;
import dev.dovetail.core.spi.DatabaseAccess;
import org.jooq.DSLContext;

/** What the bulk operations of a database share: texts that were rendered and statements that were prepared. Thread-safe. */
public final class BulkStatements {

    private final DatabaseAccess access;
    private final PreparedStatements prepared;
    private final RowStatements rows = new RowStatements();

    /** For the operations of a database. */
    public BulkStatements(DatabaseAccess access) {
        this.access = access;
        this.prepared = PreparedStatements.of(access.engine());
    }

    /** The database. */
    public DatabaseAccess access() {
        return access;
    }

    PreparedStatements prepared() {
        return prepared;
    }

    RowStatement row(DSLContext sql, BulkWork work) {
        return rows.of(sql, work);
    }
}
