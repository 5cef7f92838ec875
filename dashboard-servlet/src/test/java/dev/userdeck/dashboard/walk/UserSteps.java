package dev.userdeck.dashboard.walk;

import dev.userdeck.dashboard.walk.Walker.Answer;

/** What operators do to one user. */
final class UserSteps {
    private static final String USER = " dashboard/api/users/{userId}";

    private final Ground ground;
    private final Walker owner;
    private final Walker acme;

    UserSteps(Ground ground, Walker owner) {
        this.ground = ground;
        this.owner = owner;
        this.acme = owner.with("X-Operator", "OWNER@acme");
    }

    /** Users are created, and not. */
    void create() {
        String users = "POST dashboard/api/users";
        Answer bob = owner.send(
                201,
                users,
                "{'tenant': 'acme', 'method': 'password', 'email': 'bob@example.org', 'name': 'Bob',"
                        + " 'password': 'seven boats in a harbour',"
                        + " 'recipes': {'userroles': {'roles': ['teller']}, 'emailverification': {'verified': true}}}");
        owner.keep("bob", bob.at("/id"));
        Answer eve = owner.send(
                201, users, "{'method': 'password', 'email': 'eve@example.org', 'name': 'Eve', 'invite': true}");
        owner.keep("eve", eve.at("/id"));
        Answer tom = owner.send(201, users, "{'method': 'passwordless', 'phone': '+4915112345678', 'name': 'Tom'}");
        owner.keep("tom", tom.at("/id"));
        owner.send(409, users, "{'method': 'passwordless', 'email': 'EVE@example.org'}");
        owner.send(409, users, "{'method': 'passwordless', 'phone': '+4915112345678'}");
        owner.send(422, users, "{'method': 'password', 'email': 'no address', 'tenant': 'none'}");
        owner.send(422, users, "{'method': 'none', 'email': 'x@example.org', 'nothing': 1}");
        owner.send(422, users, "{'method': 'passwordless', 'email': 'x@example.org', 'password': 'x', 'invite': true}");
        owner.send(
                422,
                users,
                "{'method': 'passwordless', 'email': 'x@example.org', 'recipes': {'userroles': {'roles': ['none']}}}");
        acme.send(
                201,
                "POST host/api/users",
                "{'tenant': 'acme', 'method': 'passwordless', 'email': 'finn@example.org', 'name': 'Finn'}");
        acme.send(422, "POST host/api/users", "{'method': 'passwordless', 'email': 'x@example.org'}");
        ground.maintain();
    }

    /** A user is changed, kept out and let in. */
    void change() {
        owner.keepAs("userId", "ada");
        Answer read = owner.send(200, "GET" + USER);
        owner.keep("version", read.header("ETag"));
        owner.send(428, "PATCH" + USER, "{'name': 'Ada L'}");
        owner.at("\"0\"").send(412, "PATCH" + USER, "{'name': 'Ada L'}");
        owner.at("{version}").send(409, "PATCH" + USER, "{'email': 'eve@example.org'}");
        owner.at("{version}").send(422, "PATCH" + USER, "{'email': 'no address', 'hat': 'no'}");
        owner.at("{version}").send(422, "PATCH" + USER, "{'name': 7}");
        owner.at("{version}").send(422, "PATCH" + USER, "{'phone': 'no number'}");
        owner.at("{version}")
                .send(200, "PATCH" + USER, "{'name': 'Ada L', 'phone': '+4915112345679', 'externalId': 'crm-1'}");
        owner.send(422, "PUT" + USER + "/suspension", "{'until': 'tomorrow'}");
        owner.send(422, "PUT" + USER + "/suspension", "{'reason': 'A leak', 'until': '2020-01-01T00:00:00Z'}");
        owner.send(200, "PUT" + USER + "/suspension", "{'reason': 'A leak', 'until': '2026-06-01T00:00:00Z'}");
        owner.send(409, "POST" + USER + "/password-reset");
        owner.send(200, "GET" + USER);
    }

    /** And let in. */
    void activate() {
        owner.send(204, "DELETE" + USER + "/suspension");
        owner.send(204, "DELETE" + USER + "/suspension");
    }

    /** Users come to tenants and leave them; an operator of one stays there. */
    void tenants() {
        owner.keep("tenant", "acme");
        owner.send(204, "PUT" + USER + "/tenants/{tenant}");
        owner.send(204, "PUT" + USER + "/tenants/{tenant}");
        owner.send(404, "PUT" + USER + "/tenants/none");
        acme.get(200, "host/api/users/{userId}");
        acme.at("\"0\"").send(409, "PATCH host/api/users/{userId}", "{'name': 'Mallory'}");
        acme.send(409, "PUT host/api/users/{userId}/suspension", "{'reason': 'Because'}");
        acme.send(409, "DELETE host/api/users/{userId}");
        acme.send(404, "GET host/api/users/{tom}");
        acme.send(200, "DELETE host/api/users/{userId}/sessions");
        owner.send(204, "DELETE" + USER + "/tenants/{tenant}");
        owner.send(404, "DELETE" + USER + "/tenants/{tenant}");
        owner.keep("tenant", "public");
        owner.send(409, "DELETE" + USER + "/tenants/{tenant}");
    }

    /** Sessions are shown and ended. */
    void sessions() {
        Answer page = owner.send(200, "GET" + USER + "/sessions");
        owner.send(200, "GET" + USER + "/sessions?size=10");
        owner.send(400, "GET" + USER + "/sessions?cursor=none");
        owner.keep("handle", page.at("/items/0/handle"));
        owner.send(200, "GET" + USER + "/deletion");
        owner.send(204, "DELETE" + USER + "/sessions/{handle}");
        owner.send(404, "DELETE" + USER + "/sessions/{handle}");
        owner.send(200, "DELETE" + USER + "/sessions");
    }

    /** Passwords are set, and links to them sent. */
    void passwords() {
        owner.send(422, "PUT" + USER + "/password", "{}");
        owner.send(422, "PUT" + USER + "/password", "{'password': 'short'}");
        owner.send(200, "PUT" + USER + "/password", "{'password': 'six boats in a harbour', 'endSessions': false}");
        owner.send(200, "PUT" + USER + "/password", "{'password': 'five boats in a harbour'}");
        owner.send(200, "POST" + USER + "/password-reset");
        owner.send(409, "POST dashboard/api/users/{tom}/password-reset");
        ground.maintain();
    }

    /** Login methods are parted, joined and taken away. */
    void methods() {
        String lines = """
                {"email":"mia@example.org","name":"Mia","loginMethods":[{"kind":"passwordless","email":"mia@example.org"},\
                {"kind":"external","provider":"saml","subject":"mia-1"},{"kind":"external","provider":"google","subject":"m2"}]}
                """;
        Answer created = owner.send(
                201,
                "POST dashboard/api/imports",
                "{'file': 'mia.jsonl', 'bytes': %d, 'format': 'json_lines'}".formatted(lines.length()));
        owner.keep("import", created.at("/id"));
        owner.with("Content-Type", "application/octet-stream")
                .send(200, "PUT dashboard/api/imports/{import}/file", lines);
        ground.maintain();
        OperatorSteps.prove(owner);
        owner.send(200, "POST dashboard/api/imports/{import}/start");
        ground.maintain();
        Answer found = owner.get(200, "dashboard/api/users?q=mia");
        owner.keep("userId", found.at("/items/0/id"));
        Answer mia = owner.send(200, "GET" + USER);
        owner.keep("method", mia.at("/user/methods/1/id"));
        owner.send(404, "POST" + USER + "/methods/none/unlink");
        Answer parted = owner.send(201, "POST" + USER + "/methods/{method}/unlink");
        owner.keep("parted", parted.at("/id"));
        owner.send(404, "DELETE" + USER + "/methods/{method}");
        owner.send(422, "POST" + USER + "/merge", "{}");
        owner.send(422, "POST" + USER + "/merge", "{'from': 'none'}");
        owner.send(204, "POST" + USER + "/merge", "{'from': '{parted}'}");
        owner.send(204, "DELETE" + USER + "/methods/{method}");
        Answer left = owner.send(200, "GET" + USER);
        owner.keep("method", left.at("/user/methods/1/id"));
        owner.send(204, "DELETE" + USER + "/methods/{method}");
        owner.keep("method", left.at("/user/methods/0/id"));
        owner.send(409, "DELETE" + USER + "/methods/{method}");
        owner.send(409, "POST" + USER + "/methods/{method}/unlink");
    }

    /** All that is kept of a user, and the end of it. */
    void tellAndDelete() {
        owner.send(200, "GET" + USER);
        owner.send(200, "GET" + USER + "/data");
        Answer page = owner.send(200, "GET" + USER + "/timeline?size=10");
        owner.keep("next", page.at("/nextCursor"));
        owner.send(200, "GET" + USER + "/timeline?size=10&cursor={next}");
        owner.send(400, "GET" + USER + "/timeline?cursor=none");
        owner.keepAs("userId", "eve");
        owner.send(200, "GET" + USER + "/data");
        owner.send(200, "GET" + USER + "/deletion");
        owner.send(204, "DELETE" + USER);
        owner.send(404, "DELETE" + USER);
    }
}
