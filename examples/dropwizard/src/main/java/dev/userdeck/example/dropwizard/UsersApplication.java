package dev.userdeck.example.dropwizard;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.servlet.AuthServlet;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import java.nio.file.Path;

/** Serves sign-up, sign-in and the dashboard beside resources of its own. */
public class UsersApplication extends Application<Configuration> {
    public static void main(String[] args) throws Exception {
        new UsersApplication().run(args.length == 0 ? new String[] {"server"} : args);
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
        Userdeck userdeck = Userdeck.builder().h2File(Path.of("data/users")).start();
        environment.lifecycle().manage(new AutoCloseableManager(userdeck)); // closed when the server has stopped

        environment.jersey().setUrlPattern("/api/*"); // Jersey takes all paths else
        var servlets = environment.servlets();
        servlets.addServlet("auth", AuthServlet.builder(userdeck).build()).addMapping("/auth/*");
        var dashboard = servlets.addServlet(
                "dashboard", DashboardServlet.builder(userdeck).builtInOperators().build());
        dashboard.addMapping("/dashboard/*");
        dashboard.setLoadOnStartup(1); // the link for the first operator is in the log then
    }
}
