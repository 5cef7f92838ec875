package dev.userdeck.benchmarks;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.SplittableRandom;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A host with the dashboard, whose login lets everybody in, and an empty servlet beside it. */
final class HostApp implements AutoCloseable {
    static final String EMPTY = "/empty";
    static final String API = "/dashboard/api";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    HostApp(Userdeck userdeck) throws Exception {
        connector.setHost("localhost");
        server.addConnector(connector);
        Operator operator = Operator.of("benchmark", Preset.OWNER);
        var dashboard = DashboardServlet.builder(userdeck)
                .operators(request -> Optional.of(operator))
                .build();
        var context = new ServletContextHandler();
        context.addServlet(dashboard, "/dashboard/*");
        context.addServlet(new ServletHolder(new Nothing()), EMPTY);
        server.setHandler(context);
        server.start();
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Work that asks for a page. */
    Work asking(Paths paths) {
        return () -> {
            var caller = new HttpCaller(port());
            return new Operation() {
                @Override
                public boolean run(SplittableRandom random) throws Exception {
                    caller.get(paths.next(random));
                    return true;
                }

                @Override
                public void close() throws Exception {
                    caller.close();
                }
            };
        };
    }

    /** Which page is next. */
    @FunctionalInterface
    interface Paths {
        String next(SplittableRandom random);
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /** Answers with nothing: what HTTP itself costs. */
    private static final class Nothing extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            response.setContentLength(0);
        }
    }
}
