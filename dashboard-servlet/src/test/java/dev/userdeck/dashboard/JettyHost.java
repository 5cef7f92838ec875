package dev.userdeck.dashboard;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A host app: Jetty on a port of its own, with one servlet in it. */
final class JettyHost implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    private JettyHost() {
        server.addConnector(connector);
    }

    static JettyHost serving(HttpServlet servlet, String contextPath, String mapping, Filter... filters) {
        var host = new JettyHost();
        var context = new ServletContextHandler(contextPath);
        for (Filter filter : filters) {
            context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(jakarta.servlet.DispatcherType.REQUEST));
        }
        var holder = new ServletHolder(servlet);
        holder.setInitOrder(1);
        context.addServlet(holder, mapping);
        host.server.setHandler(context);
        try {
            host.server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return host;
    }

    int port() {
        return connector.getLocalPort();
    }

    /** An address of this host, as a browser would write it. */
    URI at(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
