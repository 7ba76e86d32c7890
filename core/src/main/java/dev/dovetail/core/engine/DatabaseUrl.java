package dev.dovetail.core.engine;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A parsed database URL. Its text never shows the password. Immutable.
 *
 * @see #parse
 */
public final class DatabaseUrl {

    private final Engine engine;
    private final String jdbcUrl;
    private final String shown;
    private final @Nullable String user;
    private final @Nullable String password;
    private final Map<String, String> secretParameters;

    DatabaseUrl(
            Engine engine,
            String jdbcUrl,
            String shown,
            @Nullable String user,
            @Nullable String password,
            Map<String, String> secretParameters) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.jdbcUrl = Objects.requireNonNull(jdbcUrl, "jdbcUrl");
        this.shown = Objects.requireNonNull(shown, "shown");
        this.user = user;
        this.password = password;
        this.secretParameters = Map.copyOf(secretParameters);
    }

    /**
     * Reads a URL in the form of SQLAlchemy ({@code postgresql://user:password@host:port/db?option=value}) or of JDBC.
     *
     * <p>User, password, path and values may be percent-encoded; user and password must be where they contain
     * {@code / ? #} or {@code %}. An {@code @} in the password may stand for itself. Hosts may be several
     * ({@code host1:5432,host2:5432}) and IPv6 addresses in brackets. Parameters go to the driver as they are. At most
     * 8192 characters.
     *
     * @throws dev.dovetail.core.error.DatabaseUrlException saying which part is wrong, without the password
     */
    public static DatabaseUrl parse(String url) {
        return DatabaseUrlParser.parse(Objects.requireNonNull(url, "url"));
    }

    /** Which engine it leads to. */
    public Engine engine() {
        return engine;
    }

    /** The URL for the driver, without user, password and {@link #secretParameters}. */
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

    /** Parameters that must not be seen ({@code sslpassword}, {@code trustStorePassword}, …), for the driver. */
    public Map<String, String> secretParameters() {
        return secretParameters;
    }

    /** Whether it leads to a new database of one's own: SQLite's {@code :memory:}, or {@code h2:mem:} without a name. */
    public boolean isPrivateMemory() {
        return switch (engine) {
            case SQLITE -> jdbcUrl.startsWith("jdbc:sqlite:" + SqliteUrls.MEMORY);
            case H2 -> jdbcUrl.equals("jdbc:h2:mem:") || jdbcUrl.startsWith("jdbc:h2:mem:;");
            default -> false;
        };
    }

    /** Whether it is a database in memory that lives as long as somebody is connected to it. */
    public boolean isMemory() {
        return isPrivateMemory() || jdbcUrl.startsWith("jdbc:h2:mem:");
    }

    /**
     * The same for a place other than the private memory that this leads to.
     *
     * @param place a file for SQLite, a name for H2
     */
    public DatabaseUrl at(String place) {
        String prefix = engine == Engine.SQLITE ? "jdbc:sqlite:" : "jdbc:h2:mem:";
        int end = prefix.length() + (engine == Engine.SQLITE ? SqliteUrls.MEMORY.length() : 0);
        return new DatabaseUrl(
                engine, prefix + place + jdbcUrl.substring(end), shown, user, password, secretParameters);
    }

    /** The JDBC URL with the user, {@code ***} in place of a password, and no parameters. */
    @Override
    public String toString() {
        String who = user == null ? "" : "user " + user;
        String credentials = who + (password == null ? "" : (who.isEmpty() ? "" : ", ") + "password ***");
        String text = shown + (credentials.isEmpty() ? "" : " (" + credentials + ")");
        // A decoded line break must not begin a line of its own in a log.
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
