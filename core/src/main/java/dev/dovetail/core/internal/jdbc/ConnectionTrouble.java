package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.engine.Engine;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a database lets nobody in, with what helps. */
enum ConnectionTrouble {
    REFUSED(
            "user or password is wrong, or this user may not connect from here",
            "check user and password of the URL (percent-encode special characters) and the server's access rules"),
    NO_ACCESS_RULE(
            "the server has no rule that lets this user into this database from here",
            "add one (PostgreSQL: pg_hba.conf), or connect as another user"),
    ENCRYPTION_REQUIRED(
            "the server lets in encrypted connections only",
            "ask for TLS in the URL: ?sslmode=verify-full (PostgreSQL), ?sslMode=verify-full (MariaDB),"
                    + " ?sslMode=VERIFY_IDENTITY (MySQL)"),
    ENCRYPTION_FAILED(
            "TLS could not be agreed on: the server does not offer it, or its certificate is not trusted here",
            "give the certificate of its authority (PostgreSQL: sslrootcert=…, MariaDB: serverSslCert=…), or correct"
                    + " the host's name; without TLS only where nobody can listen: sslmode=disable"),
    NO_DATABASE(
            "the server is there, but has no such database, or this user may not see it",
            "create the database, or correct its name in the URL"),
    TOO_MANY(
            "the server has no connection left for us",
            "make the pools of all its clients smaller (poolSize, maxOverflow), or raise the server's limit"),
    STARTING("the server is starting up or shutting down", "try again in a moment"),
    UNKNOWN_HOST("no address belongs to the host's name", "correct the host in the URL, or the name service"),
    UNREACHABLE(
            "the server is not running, its host or port is wrong, or the network does not let us through",
            "check host and port, and that the server accepts connections"),
    NO_FILE(
            "the folder does not exist, or file or folder cannot be read or written",
            "create the folder, or correct the path: three slashes before a relative path, four before an absolute one"),
    NOT_A_DATABASE(
            "the file is not a SQLite database, or it is encrypted or damaged",
            "correct the path, or restore the file from a backup"),
    IN_USE(
            "another process has opened the file for itself",
            "end the other process, or let both connect to a server (H2: AUTO_SERVER=TRUE)"),
    UNKNOWN("not known here; the message above is the driver's", "look the driver's message up in its documentation");

    private final String cause;
    private final String fix;

    ConnectionTrouble(String cause, String fix) {
        this.cause = cause;
        this.fix = fix;
    }

    String cause() {
        return cause;
    }

    String fix() {
        return fix;
    }

    /** @param failure what the driver said, or null if it said nothing */
    static ConnectionTrouble of(Engine engine, @Nullable SQLException failure) {
        if (failure == null) {
            return UNREACHABLE;
        }
        return switch (engine) {
            case SQLITE -> sqlite(failure);
            case POSTGRESQL -> postgresql(failure);
            case H2 -> h2(failure);
            case MARIADB, MYSQL -> mysqlFamily(failure);
        };
    }

    private static ConnectionTrouble sqlite(SQLException failure) {
        // The lowest byte is the result code; what stands above it says more exactly why.
        return switch (failure.getErrorCode() & 0xff) {
            case 3, 8, 10, 14, 23 -> NO_FILE;
            case 11, 26 -> NOT_A_DATABASE;
            case 5, 6 -> IN_USE;
            default -> failure.getErrorCode() == 0 ? NO_FILE : UNKNOWN;
        };
    }

    private static ConnectionTrouble postgresql(SQLException failure) {
        String message = text(failure);
        return switch (String.valueOf(failure.getSQLState())) {
            case "28P01" -> REFUSED;
            // "no encryption" is what PostgreSQL says of the connection; the words around it may be translated.
            case "28000" ->
                message.contains("no encryption")
                        ? ENCRYPTION_REQUIRED
                        : message.contains("pg_hba.conf") ? NO_ACCESS_RULE : REFUSED;
            case "3D000" -> NO_DATABASE;
            case "53300" -> TOO_MANY;
            case "57P03", "57P01", "57P02" -> STARTING;
            default -> network(failure, message);
        };
    }

    private static ConnectionTrouble mysqlFamily(SQLException failure) {
        String message = text(failure);
        return switch (failure.getErrorCode()) {
            case 1045, 1044, 1130, 1698 -> REFUSED;
            case 1049 -> NO_DATABASE;
            case 1040, 1203, 1226 -> TOO_MANY;
            case 3159 -> ENCRYPTION_REQUIRED;
            case 1053 -> STARTING;
            default -> network(failure, message);
        };
    }

    private static ConnectionTrouble h2(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 28000 -> REFUSED;
            case 90146, 90013 -> NO_DATABASE;
            case 90020 -> IN_USE;
            case 90031 -> NO_FILE;
            default -> network(failure, text(failure));
        };
    }

    private static ConnectionTrouble network(SQLException failure, String message) {
        if (message.contains("ssl") || message.contains("certificate") || message.contains("pkix")) {
            return ENCRYPTION_FAILED;
        }
        int depth = 0;
        for (Throwable current = failure; current != null && depth < 20; current = current.getCause(), depth++) {
            if (current instanceof UnknownHostException) {
                return UNKNOWN_HOST;
            }
        }
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("28") ? REFUSED : state.startsWith("08") ? UNREACHABLE : UNKNOWN;
    }

    private static String text(SQLException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    }
}
