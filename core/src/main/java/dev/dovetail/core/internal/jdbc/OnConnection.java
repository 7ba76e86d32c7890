package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.transaction.TransactionResource;
import java.sql.Connection;

/** A transaction on one connection. */
public interface OnConnection extends TransactionResource {

    /** The connection; commit, rollback and close are the transaction's. */
    Connection connection();
}
