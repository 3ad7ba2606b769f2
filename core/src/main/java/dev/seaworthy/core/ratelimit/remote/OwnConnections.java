// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * As many connections as there are store threads, kept open, apart from the app's pool: a limiter must work when that is
 * exhausted, and must not exhaust it. The server gives statements up that outlive the deadline.
 */
final class OwnConnections implements DataSource {

    private static final String SOCKET_SECONDS = "2";

    private final String url;
    private final Properties properties = new Properties();
    private final long statementMillis;
    private final BlockingQueue<Connection> idle;
    private volatile boolean closed;

    OwnConnections(String url, @Nullable String user, @Nullable String password, StoreSettings settings) {
        this.url = url;
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("connectTimeout", SOCKET_SECONDS);
        properties.setProperty("socketTimeout", SOCKET_SECONDS);
        properties.setProperty("ApplicationName", "seaworthy-ratelimit");
        this.statementMillis = settings.deadline().toMillis();
        this.idle = new ArrayBlockingQueue<>(settings.threads());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection kept = idle.poll();
        while (kept != null && kept.isClosed()) {
            kept = idle.poll();
        }
        return lent(kept != null ? kept : connect());
    }

    void close() {
        closed = true;
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            discard(kept);
        }
    }

    private Connection connect() throws SQLException {
        Connection fresh = DriverManager.getConnection(url, properties);
        try (Statement statement = fresh.createStatement()) {
            statement.execute("set statement_timeout = " + statementMillis);
        } catch (SQLException failure) {
            discard(fresh);
            throw failure;
        }
        return fresh;
    }

    /** The driver closes a connection that broke by itself, so that it is not kept. */
    private void takeBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            if (closed || !idle.offer(connection)) {
                discard(connection);
            }
        }
    }

    private Connection lent(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                OwnConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        takeBack(real);
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyBroken) {
            // It is gone either way.
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Nothing is written.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // Fixed.
    }

    @Override
    public int getLoginTimeout() {
        return Integer.parseInt(SOCKET_SECONDS);
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("connections of the rate limit are nothing else, got '" + type.getName() + "'");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
