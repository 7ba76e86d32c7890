package dev.dovetail.core.internal.pool;

import dev.dovetail.core.engine.DatabaseUrl;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections by the driver itself. A pool that is given URL and properties instead writes them to its log, and
 * sets the login time-out of every driver in the JVM.
 */
final class DriverConnections implements DataSource {

    private final Driver driver;
    private final String jdbcUrl;
    private final Properties properties = new Properties();
    private final Secrets secrets;
    private final AtomicReference<@Nullable Connection> first = new AtomicReference<>();

    DriverConnections(Driver driver, DatabaseUrl url, DriverSettings settings) {
        this.driver = driver;
        this.jdbcUrl = settings.jdbcUrl();
        this.secrets = Secrets.of(url);
        properties.putAll(settings.properties());
        properties.putAll(url.secretParameters());
        if (url.user() != null) {
            properties.setProperty("user", url.user());
        }
        if (url.password() != null) {
            properties.setProperty("password", url.password());
        }
    }

    /** Opens the first one now: a pool would wait for a second before it says what failed. */
    void openFirst() throws SQLException {
        first.set(open());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection ready = first.getAndSet(null);
        return ready == null ? open() : ready;
    }

    /** Closes the first one, should nobody have taken it. */
    void closeFirst() throws SQLException {
        Connection ready = first.getAndSet(null);
        if (ready != null) {
            ready.close();
        }
    }

    /** One more, which belongs to the caller. */
    Connection open() throws SQLException {
        Connection connection;
        try {
            connection = driver.connect(jdbcUrl, (Properties) properties.clone());
        } catch (SQLException failure) {
            throw secrets.hide(failure);
        } catch (RuntimeException failure) {
            throw secrets.hide(failure);
        }
        if (connection == null) {
            throw new SQLException("The driver does not take this URL", "08001");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("User and password stand in the URL");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // Drivers have logs of their own.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // Stands among the driver's properties.
    }

    /** How long a pool that closes waits for connections that are just being opened, in seconds. */
    @Override
    public int getLoginTimeout() {
        return 5;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Wraps no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
