package dev.userdeck.dashboard.walk;

import dev.userdeck.dashboard.walk.Walker.Answer;
import dev.userdeck.operator.RecoveryCodes;
import dev.userdeck.testkit.AuthenticatorApp;

/** Operators come in; tenants; what there is for all tenants together. */
final class OperatorSteps {
    static final String PASSWORD = "nine green lamps of tundra";
    private static final String CREDENTIALS = "{'email': 'olga@example.org', 'password': '" + PASSWORD + "'}";

    private final Ground ground;
    private final Walker walker;

    OperatorSteps(Ground ground, Walker walker) {
        this.ground = ground;
        this.walker = walker;
    }

    /** The first operator is made, goes, and comes back. */
    Walker comeIn() {
        String first = "{'token': '{setup}', 'email': 'olga@example.org', 'name': 'Olga', 'password': '{pass}'}";
        walker.get(401, "dashboard/api/session");
        walker.keep("setup", ground.setUpToken());
        walker.keep("pass", "short");
        walker.send(422, "POST dashboard/api/setup", first);
        walker.send(410, "POST dashboard/api/setup", "{'token': 'none', 'email': 'olga@example.org'}");
        walker.keep("pass", PASSWORD);
        walker.with("Sec-Fetch-Site", "cross-site").send(403, "POST dashboard/api/setup", first);
        Walker made = walker.signedIn(walker.send(204, "POST dashboard/api/setup", first));
        walker.send(409, "POST dashboard/api/setup", first);
        made.get(200, "dashboard/api/session");
        made.send(204, "DELETE dashboard/api/session");
        made.get(401, "dashboard/api/session");
        walker.send(422, "POST dashboard/api/session", "{}");
        walker.send(401, "POST dashboard/api/session", "{'email': 'olga@example.org', 'password': 'not hers at all'}");
        Answer in = walker.send(204, "POST dashboard/api/session", CREDENTIALS);
        walker.send(204, "DELETE dashboard/api/session");
        Walker back = walker.signedIn(in);
        back.send(422, "POST dashboard/api/session/reauthenticate", "{'password': 'not hers at all'}");
        prove(back);
        back.get(204, "dashboard/api/session/fresh-proof");
        return back;
    }

    /** Who has signed in a while ago gives the password once more. */
    static void prove(Walker owner) {
        owner.send(204, "POST dashboard/api/session/reauthenticate", "{'password': '" + PASSWORD + "'}");
    }

    /** Another operator accepts an invitation, and chooses a new password. */
    void comeByLinks() {
        walker.keep("invitation", ground.invitation("otto@example.org"));
        walker.keep("pass", PASSWORD);
        walker.send(410, "POST dashboard/api/operator-link", "{'token': 'none'}");
        walker.send(200, "POST dashboard/api/operator-link", "{'token': '{invitation}'}");
        walker.send(422, "POST dashboard/api/operator-link/accept", "{'token': '{invitation}', 'name': 'Otto'}");
        String acceptance = "{'token': '{invitation}', 'name': 'Otto', 'password': '{pass}'}";
        walker.send(204, "POST dashboard/api/operator-link/accept", acceptance);
        walker.send(410, "POST dashboard/api/operator-link/accept", acceptance);
        walker.keep("reset", ground.resetLink());
        walker.send(410, "POST dashboard/api/operator-link/reset", "{'token': 'none', 'password': '{pass}'}");
        walker.send(204, "POST dashboard/api/operator-link/reset", "{'token': '{reset}', 'password': '{pass}'}");
    }

    /** What never gets to a route, and who may not. */
    void beRefused(Walker owner) {
        owner.get(404, "dashboard/api/none");
        owner.send(405, "PATCH dashboard/api/session", "{}");
        owner.send(400, "POST dashboard/api/tenants", "{'id':");
        owner.send(422, "POST dashboard/api/tenants", "{'id': 'acme', 'nom': 'Acme'}");
        owner.with("Content-Type", "text/plain").send(415, "POST dashboard/api/tenants", "acme");
        owner.get(404, "dashboard/api/users/none");
        owner.send(404, "DELETE dashboard/api/users/none");
        walker.get(401, "host/api/session");
        Walker viewer = walker.with("X-Operator", "VIEWER");
        viewer.get(200, "host/api/session");
        viewer.get(200, "host/api/users");
        viewer.get(403, "host/api/users/export");
        viewer.get(200, "host/api/users?f.userroles.role=clerk");
        viewer.send(403, "POST host/api/tenants", "{'id': 'mine', 'name': 'Mine'}");
        viewer.send(403, "DELETE host/api/users/none");
        viewer.send(403, "POST host/api/jobs/delete", "{'all': true}");
        viewer.send(403, "POST host/api/recipes/mail/mails/again");
        viewer.send(403, "POST host/api/recipes/userroles/roles", "{'name': 'mine'}");
        Walker some = walker.with("X-Operator", "ADMIN@acme");
        some.get(200, "host/api/session");
        some.get(200, "host/api/tenants");
        some.get(404, "host/api/tenants/globex");
        some.send(403, "POST host/api/tenants", "{'id': 'mine', 'name': 'Mine'}");
        some.get(403, "host/api/overview");
        some.get(200, "host/api/audit");
    }

    /** Tenants are made, found and changed. */
    void tenants(Walker owner) {
        prove(owner);
        owner.send(201, "POST dashboard/api/tenants", "{'id': 'acme', 'name': 'Acme'}");
        owner.send(409, "POST dashboard/api/tenants", "{'id': 'acme', 'name': 'Acme'}");
        owner.send(422, "POST dashboard/api/tenants", "{'id': 'No Id', 'name': ''}");
        for (String id : "globex shop t-01 t-02 t-03 t-04 t-05 t-06 t-07 t-08".split(" ", -1)) {
            owner.send(201, "POST dashboard/api/tenants", "{'id': '" + id + "', 'name': 'The " + id + "'}");
        }
        Answer page = owner.get(200, "dashboard/api/tenants?size=10");
        owner.keep("next", page.at("/nextCursor"));
        Answer second = owner.get(200, "dashboard/api/tenants?size=10&cursor={next}");
        owner.keep("previous", second.at("/previousCursor"));
        owner.get(200, "dashboard/api/tenants?size=10&cursor={previous}");
        owner.get(200, "dashboard/api/openapi.json");
        owner.get(200, "dashboard/api/tenants?q=glo");
        owner.get(400, "dashboard/api/tenants?cursor=none");
        owner.get(400, "dashboard/api/tenants?size=7000");
        owner.keep("tenantId", "acme");
        owner.get(200, "dashboard/api/tenants/{tenantId}");
        owner.send(204, "PATCH dashboard/api/tenants/{tenantId}", "{'name': 'Acme Ltd'}");
        owner.send(422, "PATCH dashboard/api/tenants/{tenantId}", "{'name': ' '}");
        owner.send(404, "PATCH dashboard/api/tenants/none", "{'name': 'None'}");
        owner.get(404, "dashboard/api/tenants/none");
        owner.keep("method", "password");
        owner.send(204, "DELETE dashboard/api/tenants/{tenantId}/methods/{method}");
        owner.send(204, "PUT dashboard/api/tenants/{tenantId}/methods/{method}");
        owner.send(404, "PUT dashboard/api/tenants/{tenantId}/methods/none");
        owner.get(200, "dashboard/api/tenants/{tenantId}/deletion");
        owner.get(404, "dashboard/api/tenants/none/deletion");
    }

    /** Operators are invited, changed and sent away. */
    void team(Walker owner) {
        prove(owner);
        owner.keep("pass", PASSWORD);
        String support = "'preset': 'support', 'allTenants': false, 'tenants': ['acme']}";
        Answer invited = owner.send(201, "POST dashboard/api/operators", "{'email': 'vera@example.org', " + support);
        owner.keep("operatorId", invited.at("/operator/id"));
        owner.send(409, "POST dashboard/api/operators", "{'email': 'VERA@example.org', " + support);
        owner.send(422, "POST dashboard/api/operators", "{'email': 'vera'}");
        Answer again = owner.send(200, "POST dashboard/api/operators/{operatorId}/invitation");
        owner.send(409, "PUT dashboard/api/operators/{operatorId}/disablement");
        owner.send(409, "POST dashboard/api/operators/{operatorId}/password-reset");
        String link = again.at("/link");
        owner.keep("invitation", link.substring(link.indexOf('#') + 1));
        walker.send(
                204,
                "POST dashboard/api/operator-link/accept",
                "{'token': '{invitation}', 'name': 'Vera', 'password': '{pass}'}");
        owner.send(409, "POST dashboard/api/operators/{operatorId}/invitation");
        Walker vera = walker.signedIn(walker.send(
                204, "POST dashboard/api/session", "{'email': 'vera@example.org', 'password': '" + PASSWORD + "'}"));
        vera.get(403, "dashboard/api/operators");
        owner.get(200, "dashboard/api/operators");
        owner.get(200, "dashboard/api/operators?q=ver&status=active&preset=support");
        owner.get(400, "dashboard/api/operators?cursor=none");
        Answer record = owner.get(200, "dashboard/api/operators/{operatorId}");
        owner.keep("sessionId", record.at("/sessions/0/id"));
        owner.get(404, "dashboard/api/operators/none");
        owner.send(204, "DELETE dashboard/api/operators/{operatorId}/sessions/{sessionId}");
        owner.send(404, "DELETE dashboard/api/operators/{operatorId}/sessions/{sessionId}");
        owner.send(200, "DELETE dashboard/api/operators/{operatorId}/sessions");
        owner.send(
                200,
                "PUT dashboard/api/operators/{operatorId}/access",
                "{'preset': 'owner', 'allTenants': false, 'tenants': ['acme', 'globex']}");
        owner.send(
                422, "PUT dashboard/api/operators/{operatorId}/access", "{'preset': 'none', 'tenants': ['nowhere']}");
        owner.send(200, "POST dashboard/api/operators/{operatorId}/password-reset");
        owner.send(200, "DELETE dashboard/api/operators/{operatorId}/factors");
        owner.send(200, "PUT dashboard/api/operators/{operatorId}/disablement");
        owner.send(200, "DELETE dashboard/api/operators/{operatorId}/disablement");
        owner.send(204, "DELETE dashboard/api/operators/{operatorId}");
        owner.send(404, "DELETE dashboard/api/operators/{operatorId}");
    }

    /** What operators can hold is made, changed and deleted. */
    void presets(Walker owner) {
        String auditor = "{'name': 'Auditor', 'permissions': ['audit:read', 'users:read']}";
        Answer made = owner.send(201, "POST dashboard/api/operator-presets", auditor);
        owner.keep("presetId", made.at("/preset/id"));
        owner.send(409, "POST dashboard/api/operator-presets", auditor);
        owner.send(422, "POST dashboard/api/operator-presets", "{'name': '', 'permissions': ['none:none']}");
        Answer read = owner.get(200, "dashboard/api/operator-presets/{presetId}");
        Walker changing = owner.at(read.header("ETag"));
        String wider = "{'name': 'Reviewer', 'permissions': ['audit:read']}";
        changing.send(200, "PUT dashboard/api/operator-presets/{presetId}", wider);
        changing.send(412, "PUT dashboard/api/operator-presets/{presetId}", auditor);
        owner.send(428, "PUT dashboard/api/operator-presets/{presetId}", auditor);
        owner.get(200, "dashboard/api/operator-presets");
        owner.send(204, "DELETE dashboard/api/operator-presets/{presetId}");
        owner.send(404, "DELETE dashboard/api/operator-presets/{presetId}");
    }

    /** The owner looks after herself. */
    void self(Walker owner) {
        owner.keep("pass", PASSWORD);
        Walker phone = walker.signedIn(walker.send(204, "POST dashboard/api/session", CREDENTIALS));
        Answer own = phone.get(200, "dashboard/api/profile");
        owner.keep("sessionId", own.at("/sessions/0/id"));
        owner.send(204, "DELETE dashboard/api/profile/sessions/{sessionId}");
        phone.get(401, "dashboard/api/profile");
        owner.send(200, "DELETE dashboard/api/profile/sessions");
        owner.send(200, "PATCH dashboard/api/profile", "{'name': 'Olga P.'}");
        owner.send(422, "PATCH dashboard/api/profile", "{'name': ''}");
        String clock = "{'language': 'de', 'timeZone': 'Europe/Berlin'}";
        owner.send(200, "PUT dashboard/api/profile/preferences", clock);
        owner.send(422, "PUT dashboard/api/profile/preferences", "{'timeZone': 'Mars/Olympus'}");
        owner.send(200, "PUT dashboard/api/profile/preferences", "{}");
        owner.keep("new", "seven amber glaciers at dawn");
        owner.send(422, "PUT dashboard/api/profile/password", "{'current': 'none', 'password': '{new}'}");
        owner.send(200, "PUT dashboard/api/profile/password", "{'current': '{pass}', 'password': '{new}'}");
    }

    /** The owner adds an authenticator app, comes in by it, and takes it away. */
    Walker secondFactor(Walker owner) {
        prove(owner);
        owner.get(200, "dashboard/api/profile/factors");
        owner.send(409, "POST dashboard/api/profile/recovery-codes");
        owner.send(409, "POST dashboard/api/factors", "{'name': 'Phone', 'code': '1'}");
        Answer begun = owner.send(200, "POST dashboard/api/profile/factors/totp");
        var app = new AuthenticatorApp(begun.at("/secret"));
        owner.keep("secret", begun.at("/secret"));
        owner.keep("uri", begun.at("/uri"));
        owner.send(422, "POST dashboard/api/factors", "{'name': '', 'code': '1'}");
        owner.keep("code", app.code(ground.clock.instant()));
        String confirmation = "{'name': 'Phone', 'code': '{code}'}";
        Answer added = owner.send(200, "POST dashboard/api/factors", confirmation);
        for (int i = 0; i < RecoveryCodes.COUNT; i++) {
            owner.keep("recovery" + i, added.at("/recoveryCodes/" + i));
        }
        Walker here = walker.signedIn(added);
        here.keep("factorId", added.at("/factor/id"));
        here.get(200, "dashboard/api/profile/factors");
        Walker phone = walker.signedIn(walker.send(204, "POST dashboard/api/session", CREDENTIALS));
        phone.get(401, "dashboard/api/profile");
        phone.send(401, "POST dashboard/api/session/factors/totp");
        phone.send(401, "POST dashboard/api/factors", confirmation);
        phone.send(422, "PUT dashboard/api/session", "{'code': '{code}'}");
        Walker in = walker.signedIn(phone.send(204, "PUT dashboard/api/session", "{'code': '{recovery0}'}"));
        Answer renewed = in.send(200, "POST dashboard/api/profile/recovery-codes");
        for (int i = 0; i < RecoveryCodes.COUNT; i++) {
            owner.keep("renewed" + i, renewed.at("/codes/" + i));
        }
        in.send(204, "DELETE dashboard/api/profile/factors/{factorId}");
        in.send(404, "DELETE dashboard/api/profile/factors/{factorId}");
        return in;
    }

    /** A program comes in by a key. */
    void keys(Walker owner) {
        owner.get(200, "dashboard/api/api-keys");
        owner.send(422, "POST dashboard/api/api-keys", "{'permissions': ['users:fly']}");
        String asked = "{'name': 'crm-sync', 'permissions': ['users:read'], 'tenants': ['acme']}";
        Answer made = owner.send(201, "POST dashboard/api/api-keys", asked);
        owner.keep("keyId", made.at("/key/id"));
        owner.keep("key", made.at("/token"));
        Walker program = walker.with("Authorization", "Bearer {key}");
        program.get(200, "dashboard/api/session");
        program.get(200, "host/api/users");
        program.get(403, "host/api/api-keys");
        owner.get(200, "dashboard/api/api-keys?q=crm");
        owner.get(200, "dashboard/api/api-keys/{keyId}");
        owner.get(404, "dashboard/api/api-keys/none");
        owner.send(422, "POST dashboard/api/api-keys/{keyId}/rotate", "{'overlap': 'a day'}");
        owner.send(200, "POST dashboard/api/api-keys/{keyId}/rotate", "{'overlap': 'PT1H'}");
        owner.send(409, "POST dashboard/api/api-keys/{keyId}/rotate", "{}");
        program.get(200, "host/api/users");
        walker.with("X-Operator", "OWNER@globex").send(404, "DELETE host/api/api-keys/{keyId}");
        owner.send(204, "DELETE dashboard/api/api-keys/{keyId}");
        program.get(401, "host/api/users");
    }

    /** Tenants go, with their users or without. */
    void deleteTenants(Walker owner) {
        owner.keep("tenantId", "shop");
        owner.get(200, "dashboard/api/tenants/{tenantId}");
        owner.get(200, "dashboard/api/tenants/{tenantId}/deletion");
        owner.send(409, "DELETE dashboard/api/tenants/{tenantId}");
        owner.send(400, "DELETE dashboard/api/tenants/{tenantId}?users=keep");
        owner.send(409, "DELETE dashboard/api/tenants/{tenantId}?users=move&to=none");
        owner.send(200, "DELETE dashboard/api/tenants/{tenantId}?users=move&to=t-01");
        owner.keep("tenantId", "t-01");
        owner.send(200, "DELETE dashboard/api/tenants/{tenantId}?users=delete");
        owner.send(404, "DELETE dashboard/api/tenants/{tenantId}");
        owner.keep("tenantId", "public");
        owner.send(409, "DELETE dashboard/api/tenants/{tenantId}");
        owner.keep("tenantId", "t-02");
        owner.send(200, "DELETE dashboard/api/tenants/{tenantId}");
    }

    /** What there is to know, and the end of everyone's sessions. */
    void lookBack(Walker owner) {
        owner.get(200, "dashboard/api/overview");
        owner.get(200, "dashboard/api/overview?days=90");
        owner.get(200, "dashboard/api/sessions");
        owner.get(200, "dashboard/api/sessions?tenant=acme");
        owner.send(200, "DELETE dashboard/api/sessions?tenant=acme");
        owner.send(200, "DELETE dashboard/api/sessions");
        owner.get(404, "dashboard/api/sessions?tenant=none");
        Answer page = owner.get(200, "dashboard/api/audit?size=10");
        owner.keep("eventId", page.at("/items/0/id"));
        owner.keep("next", page.at("/nextCursor"));
        Answer second = owner.get(200, "dashboard/api/audit?size=10&cursor={next}");
        owner.keep("previous", second.at("/previousCursor"));
        owner.get(200, "dashboard/api/audit?size=10&cursor={previous}");
        owner.get(400, "dashboard/api/audit?cursor={next}&actor=system");
        owner.get(200, "dashboard/api/audit?actor=operator&action=user&size=100");
        owner.get(200, "dashboard/api/audit?actor=operator:ines&action=operator.refused");
        owner.get(200, "dashboard/api/audit?user={ada}&from=2026-03-01&to=2026-03-02&size=100");
        owner.get(200, "dashboard/api/audit?tenant=acme&actor=user&size=100");
        owner.get(200, "dashboard/api/audit?action=data.imported");
        owner.get(400, "dashboard/api/audit?actor=nobody");
        owner.get(400, "dashboard/api/audit?from=2026-03-02&to=2026-03-01");
        owner.get(400, "dashboard/api/audit?user=no%20id");
        owner.get(200, "dashboard/api/audit/{eventId}");
        owner.get(200, "dashboard/api/audit/export?action=user.created&format=jsonl");
        owner.get(400, "dashboard/api/audit/export?format=xml");
        walker.with("X-Operator", "VIEWER").get(403, "host/api/audit/export");
        owner.get(200, "dashboard/api/about");
        walker.with("X-Operator", "VIEWER@acme").get(403, "host/api/about");
        owner.get(404, "dashboard/api/audit/none");
        walker.with("X-Operator", "VIEWER@acme").get(200, "host/api/audit?size=100");
    }
}
