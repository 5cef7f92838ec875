package dev.userdeck.hosts.undertow;

import dev.userdeck.hosts.app.HostedApp;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.encoding.ContentEncodingRepository;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.encoding.GzipEncodingProvider;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentManager;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.List;

/** Serves the app at context paths: {@code <port> <gzip> <context path>…}. */
public final class UndertowHost {
    private UndertowHost() {}

    /** Runs until it is stopped. */
    public static void main(String[] args) throws Exception {
        var paths = Handlers.path();
        var deployments = new ArrayList<DeploymentManager>();
        for (String context : List.of(args).subList(2, args.length)) {
            DeploymentManager deployment = Servlets.defaultContainer()
                    .addDeployment(Servlets.deployment()
                            .setClassLoader(UndertowHost.class.getClassLoader())
                            .setContextPath(context)
                            .setDeploymentName(context)
                            .addListener(Servlets.listener(HostedApp.class)));
            deployment.deploy();
            deployments.add(deployment);
            paths.addPrefixPath(context, deployment.start());
        }
        Undertow server = Undertow.builder()
                .addHttpListener(Integer.parseInt(args[0]), "::")
                .setHandler(Boolean.parseBoolean(args[1]) ? gzip(paths) : paths)
                .build();
        server.start();
        System.out.println("The host is ready.");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, deployments)));
    }

    private static HttpHandler gzip(HttpHandler next) {
        return new EncodingHandler(
                next, new ContentEncodingRepository().addEncodingHandler("gzip", new GzipEncodingProvider(), 50));
    }

    private static void stop(Undertow server, List<DeploymentManager> deployments) {
        server.stop();
        for (DeploymentManager deployment : deployments) {
            try {
                deployment.stop();
            } catch (ServletException e) {
                throw new IllegalStateException(e);
            } finally {
                deployment.undeploy();
            }
        }
    }
}
