package dev.dovetail.databases;

import java.sql.SQLException;

/** A running engine, one a JVM. */
interface Server {

    String version();

    /** How it runs here and why, for the report; empty if there is only one way. */
    String how();

    /** The name is lower-case letters, digits and underscores, and new in this JVM. */
    ServerDatabase create(String name) throws SQLException;

    void stop() throws Exception;
}
