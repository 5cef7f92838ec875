package dev.userdeck.hosts.jetty;

import dev.userdeck.hosts.app.HostedApp;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;

/** Serves the app at context paths: {@code <port> <gzip> <context path>…}. */
public final class JettyHost {
    private JettyHost() {}

    /** Runs until it is stopped. */
    public static void main(String[] args) throws Exception {
        var contexts = new ArrayList<ContextHandler>();
        for (String path : List.of(args).subList(2, args.length)) {
            var context = new ServletContextHandler(path);
            context.addEventListener(new HostedApp());
            contexts.add(context);
        }
        Handler apps = new ContextHandlerCollection(contexts.toArray(ContextHandler[]::new));
        var server = new Server(Integer.parseInt(args[0]));
        server.setHandler(Boolean.parseBoolean(args[1]) ? new GzipHandler(apps) : apps);
        server.setStopAtShutdown(true);
        server.start();
        System.out.println("The host is ready.");
        server.join();
    }
}
