package dev.userdeck.hosts.jetty;

import java.util.ArrayList;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** Serves WARs: {@code <port> <gzip> <context path>=<WAR>…}. */
public final class JettyHost {
    private JettyHost() {}

    /** Runs until it is stopped. */
    public static void main(String[] args) throws Exception {
        var server = new Server(Integer.parseInt(args[0]));
        var contexts = new ArrayList<ContextHandler>();
        for (int i = 2; i < args.length; i++) {
            int cut = args[i].indexOf('=');
            contexts.add(new WebAppContext(args[i].substring(cut + 1), args[i].substring(0, cut)));
        }
        Handler apps = new ContextHandlerCollection(contexts.toArray(ContextHandler[]::new));
        server.setHandler(Boolean.parseBoolean(args[1]) ? new CompressionHandler(apps) : apps);
        server.setStopAtShutdown(true);
        server.start();
        System.out.println("The host is ready.");
        server.join();
    }
}
