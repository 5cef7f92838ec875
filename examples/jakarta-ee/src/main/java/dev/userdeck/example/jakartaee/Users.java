package dev.userdeck.example.jakartaee;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.DashboardServlet;
import dev.userdeck.servlet.AuthServlet;
import jakarta.annotation.Resource;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import javax.sql.DataSource;

/** Mounts sign-up, sign-in and the dashboard. */
@WebListener
public class Users implements ServletContextListener {
    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;

    private Userdeck userdeck;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext app = event.getServletContext();
        userdeck = Userdeck.builder().dataSource(dataSource).start();
        app.addServlet("auth", AuthServlet.builder(userdeck).build()).addMapping("/auth/*");
        var dashboard = app.addServlet(
                "dashboard", DashboardServlet.builder(userdeck).builtInOperators().build());
        dashboard.addMapping("/dashboard/*");
        dashboard.setLoadOnStartup(1); // the link for the first operator is in the log then
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        userdeck.close();
    }
}
