package dev.userdeck.example.springboot;

import dev.userdeck.recipe.userroles.RoleAssignment;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.servlet.SessionFilter;
import dev.userdeck.session.Session;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The shop's one page: a door for guests, a greeting for users. */
@RestController
class HomePage {
    private final Users users;
    private final UserRoles roles;
    private final String door = page("door.html");
    private final String greeting = page("greeting.html");

    HomePage(Users users, UserRoles roles) {
        this.users = users;
        this.roles = roles;
    }

    @GetMapping("/")
    ResponseEntity<String> home(HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(SessionFilter.session(request)
                        .map(Session::userId)
                        .flatMap(users::find)
                        .map(this::greet)
                        .orElse(door));
    }

    private String greet(User user) {
        String held = roles.rolesOf(user.id(), Scope.all()).stream()
                .map(RoleAssignment::role)
                .collect(Collectors.joining(", "));
        return greeting.replace("{roles}", HtmlUtils.htmlEscape(held.isEmpty() ? "none yet" : held))
                .replace("{email}", HtmlUtils.htmlEscape(String.valueOf(user.email())));
    }

    private static String page(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
