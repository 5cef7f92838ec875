package dev.userdeck.example.quarkus;

import dev.userdeck.Userdeck;
import dev.userdeck.servlet.AuthServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;

/** Sign-up, sign-in and sign-out. */
@WebServlet("/auth/*")
public class Auth extends Mounted {
    @Inject
    Userdeck userdeck;

    @Override
    HttpServlet make() {
        return AuthServlet.builder(userdeck).build();
    }
}
