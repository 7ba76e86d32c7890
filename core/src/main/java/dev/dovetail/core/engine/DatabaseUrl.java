package dev.dovetail.core.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A parsed database URL. Its text never shows the password.
 *
 * @see #parse
 */
public final class DatabaseUrl {

    private final Engine engine;
    private final String jdbcUrl;
    private final @Nullable String user;
    private final @Nullable String password;

    DatabaseUrl(Engine engine, String jdbcUrl, @Nullable String user, @Nullable String password) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.jdbcUrl = Objects.requireNonNull(jdbcUrl, "jdbcUrl");
        this.user = user;
        this.password = password;
    }

    /**
     * Reads a URL in the form of SQLAlchemy ({@code postgresql://user:password@host:port/db?option=value}) or of JDBC.
     * User and password may be percent-encoded, and must be where they contain {@code / ? # @} or {@code :}.
     *
     * @throws dev.dovetail.core.error.DatabaseUrlException saying which part is wrong, without the password
     */
    public static DatabaseUrl parse(String url) {
        return DatabaseUrlParser.parse(url);
    }

    /** Which engine it leads to. */
    public Engine engine() {
        return engine;
    }

    /** The URL for the driver, without user and password. */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    /** The user, or null if none is given. */
    public @Nullable String user() {
        return user;
    }

    /** The password, or null if none is given. */
    public @Nullable String password() {
        return password;
    }

    /** Whether this is SQLite's {@code :memory:}. */
    public boolean isSqliteMemory() {
        return engine == Engine.SQLITE && jdbcUrl.startsWith(DatabaseUrlParser.SQLITE_MEMORY);
    }

    /** The JDBC URL with user, and {@code ***} in place of a password. */
    @Override
    public String toString() {
        return jdbcUrl + (user == null ? "" : " (user " + user + (password == null ? ")" : ", password ***)"));
    }
}
