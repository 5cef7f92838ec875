package dev.userdeck.example.quarkus;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.DashboardServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;

/** The dashboard. */
@WebServlet("/dashboard/*")
public class Dashboard extends Mounted {
    @Inject
    Userdeck userdeck;

    @Override
    HttpServlet make() {
        return DashboardServlet.builder(userdeck).builtInOperators().build();
    }
}
