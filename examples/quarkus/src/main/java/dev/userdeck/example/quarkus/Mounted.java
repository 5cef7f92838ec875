package dev.userdeck.example.quarkus;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;

/** A servlet of Userdeck's, made when beans can be used: listeners and extensions of the servlet context come too early. */
abstract class Mounted extends HttpServlet {
    private HttpServlet servlet;

    abstract HttpServlet make();

    @Override
    public void init() throws ServletException {
        servlet = make();
        servlet.init(getServletConfig());
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        servlet.service(request, response);
    }
}
