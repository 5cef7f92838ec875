package dev.userdeck.example.springboot;

import dev.userdeck.session.Session;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What only some users may see, by a permission of a role that an operator gave them. */
@RestController
class Refunds {
    @GetMapping("/refunds")
    @PreAuthorize("hasAuthority('ticket:refund')")
    String refunds(@AuthenticationPrincipal Session session) {
        return "Refunds for " + session.userId();
    }
}
