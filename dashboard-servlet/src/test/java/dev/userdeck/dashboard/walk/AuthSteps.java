package dev.userdeck.dashboard.walk;

import dev.userdeck.dashboard.walk.Walker.Answer;

/** What end users do. */
final class AuthSteps {
    static final String PASSWORD = "a long walk by the river";

    private final Ground ground;
    private final Walker walker;

    AuthSteps(Ground ground, Walker walker) {
        this.ground = ground;
        this.walker = walker;
    }

    /** Ada signs up, out and in, proves her email and changes her password. */
    void ada() {
        String ada = "{'email': 'ada@example.org', 'password': '" + PASSWORD + "', 'name': 'Ada'}";
        walker.send(422, "POST auth/signup", "{}");
        walker.send(422, "POST auth/signup", "{'email': 'no address', 'password': 'short'}");
        walker.send(422, "POST auth/signup", "{'email': 'ada@example.org', 'password': 'passwordpassword'}");
        Answer up = walker.send(201, "POST auth/signup", ada);
        walker.keep("ada", up.at("/user/id"));
        walker.send(409, "POST auth/signup", ada);
        walker.with("Sec-Fetch-Site", "cross-site").send(403, "POST auth/signup", ada);
        Walker in = walker.signedIn(up);
        in.get(200, "auth/session");
        walker.get(401, "auth/session");
        in.send(204, "POST auth/signout");
        in.get(401, "auth/session");
        walker.send(422, "POST auth/signin", "{'email': 'ada@example.org'}");
        walker.send(401, "POST auth/signin", "{'email': 'nobody@example.org', 'password': 'not there at all'}");
        Answer back =
                walker.send(200, "POST auth/signin", "{'email': 'Ada@Example.org', 'password': '" + PASSWORD + "'}");
        Walker ada1 = walker.signedIn(back);
        walker.send(401, "POST auth/emailverification/send");
        ada1.send(204, "POST auth/emailverification/send");
        ground.maintain();
        walker.keep("token", ground.tokenFor("ada@example.org"));
        walker.send(410, "POST auth/emailverification/verify", "{'token': 'none'}");
        walker.send(200, "POST auth/emailverification/verify", "{'token': '{token}'}");
        walker.send(410, "POST auth/emailverification/verify", "{'token': '{token}'}");
        ada1.send(409, "POST auth/emailverification/send");
        lookAtSessions(ada1);
        walker.send(401, "POST auth/password/change", "{'currentPassword': 'x', 'password': 'y'}");
        ada1.send(422, "POST auth/password/change", "{}");
        ada1.send(422, "POST auth/password/change", change("not hers at all", PASSWORD + " 2"));
        ada1.send(422, "POST auth/password/change", change(PASSWORD, "short"));
        ada1.send(204, "POST auth/password/change", change(PASSWORD, PASSWORD + " 2"));
        ada1.get(200, "auth/session");
        ground.maintain();
    }

    /** She sees where she is signed in, ends one session, and then all the others. */
    private void lookAtSessions(Walker ada1) {
        String ada = "{'email': 'ada@example.org', 'password': '" + PASSWORD + "'}";
        walker.send(200, "POST auth/signin", ada);
        walker.send(200, "POST auth/signin", ada);
        walker.get(401, "auth/sessions");
        Answer newest = ada1.get(200, "auth/sessions?size=1");
        ada1.get(400, "auth/sessions?size=0");
        ada1.get(400, "auth/sessions?cursor=none");
        walker.keep("handle", newest.at("/items/0/handle"));
        walker.send(401, "DELETE auth/sessions/{handle}");
        ada1.with("Sec-Fetch-Site", "cross-site").send(403, "DELETE auth/sessions/{handle}");
        ada1.send(204, "DELETE auth/sessions/{handle}");
        ada1.send(404, "DELETE auth/sessions/{handle}");
        ada1.send(200, "DELETE auth/sessions/others");
        ada1.get(200, "auth/sessions");
    }

    private static String change(String current, String next) {
        return "{'currentPassword': '" + current + "', 'password': '" + next + "'}";
    }

    /** Ada forgets her password. */
    void forgetPassword() {
        walker.send(422, "POST auth/password/forgot", "{}");
        walker.send(422, "POST auth/password/forgot", "{'email': 'no address'}");
        walker.send(204, "POST auth/password/forgot", "{'email': 'nobody@example.org'}");
        walker.send(204, "POST auth/password/forgot", "{'email': 'ada@example.org'}");
        ground.maintain();
        walker.keep("token", ground.tokenFor("ada@example.org"));
        walker.send(410, "POST auth/password/link", "{'token': 'none'}");
        walker.send(204, "POST auth/password/link", "{'token': '{token}'}");
        walker.send(422, "POST auth/password/reset", "{'token': '{token}', 'password': 'short'}");
        walker.send(204, "POST auth/password/reset", "{'token': '{token}', 'password': '" + PASSWORD + " 3'}");
        walker.send(410, "POST auth/password/reset", "{'token': '{token}', 'password': '" + PASSWORD + " 3'}");
        ground.maintain();
    }

    /** Somebody guesses, once a second. */
    void guess() {
        String guess = "{'email': 'ada@example.org', 'password': 'one of many guesses'}";
        for (int i = 0; i < 6; i++) {
            walker.send(401, "POST auth/signin", guess);
        }
        walker.send(429, "POST auth/signin", guess);
    }

    /** Two sessions more of Ada's. */
    void signInTwice() {
        String ada = "{'email': 'ada@example.org', 'password': '" + PASSWORD + " 2'}";
        walker.send(200, "POST auth/signin", ada);
        walker.send(200, "POST auth/signin", ada);
    }

    /** Who is suspended is not let in. */
    void signInSuspended() {
        walker.send(401, "POST auth/signin", "{'email': 'ada@example.org', 'password': '" + PASSWORD + " 2'}");
    }

    /** Where nobody signs in with a password. */
    void signInSwitchedOff(Walker owner) {
        owner.keep("tenantId", "public");
        owner.keep("method", "password");
        owner.send(204, "DELETE dashboard/api/tenants/{tenantId}/methods/{method}");
        walker.send(403, "POST auth/signin", "{'email': 'ada@example.org', 'password': '" + PASSWORD + " 2'}");
        walker.send(403, "POST auth/password/forgot", "{'email': 'ada@example.org'}");
        owner.send(204, "PUT dashboard/api/tenants/{tenantId}/methods/{method}");
    }
}
