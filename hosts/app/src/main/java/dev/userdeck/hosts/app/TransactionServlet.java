package dev.userdeck.hosts.app;

import dev.userdeck.Userdeck;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Signs somebody up and writes a row of the app's own in one transaction of the host's, and ends it as it is asked to. */
public final class TransactionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient DataSource dataSource;
    private final transient Userdeck userdeck;
    private final transient UserTransaction transaction;

    /** On the host's data source, which {@code userdeck} is on, too. */
    public TransactionServlet(DataSource dataSource, Userdeck userdeck, UserTransaction transaction) {
        this.dataSource = dataSource;
        this.userdeck = userdeck;
        this.transaction = transaction;
    }

    @SuppressWarnings("BanJNDI") // the name is Jakarta EE's
    static TransactionServlet ofTheServer(DataSource dataSource, Userdeck userdeck) {
        try {
            return new TransactionServlet(dataSource, userdeck, InitialContext.doLookup("java:comp/UserTransaction"));
        } catch (NamingException e) {
            throw new IllegalStateException("The host has no transactions", e);
        }
    }

    @Override
    public void init() {
        try {
            execute("CREATE TABLE IF NOT EXISTS customer (email VARCHAR(200))");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows of the app's own there are, and how many users. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT (SELECT COUNT(*) FROM customer), (SELECT COUNT(*) FROM ud_user)")) {
            rows.next();
            response.getWriter().print(rows.getInt(1) + " rows, " + rows.getInt(2) + " users");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            transaction.begin();
            execute("INSERT INTO customer VALUES ('x')");
            userdeck.users().signUp(request.getParameter("email"), "plum tundra violet 47");
            if (request.getParameter("commit").equals("yes")) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
