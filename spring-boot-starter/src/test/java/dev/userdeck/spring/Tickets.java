package dev.userdeck.spring;

import dev.userdeck.session.Session;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The app's own paths. */
@RestController
class Tickets {
    private final AtomicInteger orders = new AtomicInteger();

    @GetMapping({"/hello", "/", "/auth2/hello", "/userdeck2/api/hello"})
    String hello() {
        return "hello";
    }

    @PostMapping({"/orders", "/auth2/orders", "/userdeck2/api/orders"})
    String order() {
        return "order " + orders.incrementAndGet();
    }

    @GetMapping("/me")
    String me(@AuthenticationPrincipal Session session) {
        return session.userId().value();
    }

    @GetMapping("/refund")
    @PreAuthorize("hasAuthority('ticket:refund')")
    String refund() {
        return "refunded";
    }

    @GetMapping("/desk")
    @PreAuthorize("hasRole('refund-agent')")
    String desk() {
        return "at the desk";
    }

    int orders() {
        return orders.get();
    }
}
