package dev.userdeck.hosts.quarkus;

import dev.userdeck.Userdeck;
import dev.userdeck.hosts.app.TransactionServlet;
import dev.userdeck.transaction.spi.SurroundingTransaction;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import javax.sql.DataSource;

/** Users of its own on Quarkus's data source, in Quarkus's transactions. */
@WebServlet("/transaction/*")
public class TransactionsOfQuarkus extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient DataSource dataSource;

    @Inject
    transient UserTransaction transaction;

    @Inject
    transient TransactionSynchronizationRegistry registry;

    private transient Userdeck userdeck;
    private transient TransactionServlet servlet;

    @Override
    public void init() throws ServletException {
        userdeck = Userdeck.builder()
                .dataSource(dataSource)
                .surroundingTransaction(SurroundingTransaction.jta(registry::getTransactionStatus))
                .start();
        servlet = new TransactionServlet(dataSource, userdeck, transaction);
        servlet.init(getServletConfig());
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        servlet.service(request, response);
    }

    @Override
    public void destroy() {
        userdeck.close();
    }
}
