package dev.userdeck.example.quarkus;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.servlet.AuthServlet;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Mounts sign-up, sign-in and the dashboard. */
@WebListener
public class Servlets implements ServletContextListener {
    @Inject
    Userdeck userdeck;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext app = event.getServletContext();
        app.addServlet("auth", AuthServlet.builder(userdeck).build()).addMapping("/auth/*");
        var dashboard = app.addServlet(
                "dashboard", DashboardServlet.builder(userdeck).builtInOperators().build());
        dashboard.addMapping("/dashboard/*");
        dashboard.setLoadOnStartup(1); // the link for the first operator is in the log then
    }
}
