package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.transaction.TransactionResource;
import java.sql.Connection;
import java.sql.Statement;

/** A transaction on one connection. */
public interface OnConnection extends TransactionResource {

    /** The connection; commit, rollback and close are the transaction's. */
    Connection connection();

    /** A statement is sent now; when the transaction's time is over, it is cancelled. */
    void sending(Statement statement);
}
