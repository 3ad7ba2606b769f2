// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.plain;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Inserts twice what may be there once, and asks a database that is not there. */
final class DatabaseServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try (Connection nobody = DriverManager.getConnection(nobodyListens())) {
            nobody.createStatement().execute("select 1");
        } catch (SQLException down) {
            throw new ServletException(down);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table customer (email varchar(99) unique)");
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into customer values (?)")) {
                insert.setString(1, "ada@example.com");
                insert.executeUpdate();
                insert.executeUpdate();
            }
        } catch (SQLException taken) {
            throw new ServletException(taken);
        }
    }

    private static String nobodyListens() throws IOException {
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "jdbc:h2:tcp://localhost:" + closedAtOnce.getLocalPort() + "/./orders";
        }
    }
}
