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
import javax.sql.DataSource;

/** Signs somebody up and writes a row of the app's own in one transaction of the host's, and ends it as it is asked to. */
final class TransactionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient DataSource dataSource;
    private final transient Userdeck userdeck;

    TransactionServlet(DataSource dataSource, Userdeck userdeck) {
        this.dataSource = dataSource;
        this.userdeck = userdeck;
    }

    /** How many rows of the app's own there are. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM customer")) {
            rows.next();
            response.getWriter().print(rows.getInt(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    @SuppressWarnings("BanJNDI") // the name is Jakarta EE's
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            execute("CREATE TABLE IF NOT EXISTS customer (email VARCHAR(200))");
            UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
            transaction.begin();
            execute("INSERT INTO customer VALUES ('x')");
            userdeck.users().signUp(request.getParameter("email"), "plum tundra violet 47");
            if (request.getParameter("commit").equals("yes")) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
            response.getWriter().print("done");
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
