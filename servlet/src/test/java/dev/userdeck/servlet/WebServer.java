package dev.userdeck.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.net.URI;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A Jetty on a free port of the loopback, as a host app has it behind a proxy that it trusts. */
public final class WebServer implements AutoCloseable {
    private final Server server;
    private final ServerConnector connector;
    private final ServletContextHandler context;

    public WebServer(String contextPath) {
        this.server = new Server();
        var http = new HttpConfiguration();
        http.addCustomizer(new ForwardedRequestCustomizer());
        this.connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        this.context = new ServletContextHandler();
        context.setContextPath(contextPath);
        server.setHandler(context);
        server.addConnector(connector);
    }

    public WebServer servlet(Servlet servlet, String mapping) {
        context.addServlet(new ServletHolder(servlet), mapping);
        return this;
    }

    public WebServer filter(Filter filter, String mapping) {
        context.addFilter(new FilterHolder(filter), mapping, EnumSet.of(DispatcherType.REQUEST));
        return this;
    }

    public WebServer start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty did not start", e);
        }
        return this;
    }

    /** The address of the server's root. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty did not stop", e);
        }
    }
}
