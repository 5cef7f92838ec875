package dev.userdeck.dashboard.walk;

import dev.userdeck.dashboard.walk.Walker.Answer;

/** Files with users, the list of users, and jobs. */
final class ManyUsersSteps {
    private static final String IMPORT = "dashboard/api/imports/{import}";
    private static final String IMPORTS = "POST dashboard/api/imports";
    private static final String JOBS = "POST dashboard/api/jobs/";

    private final Ground ground;
    private final Walker owner;

    ManyUsersSteps(Ground ground, Walker owner) {
        this.ground = ground;
        this.owner = owner;
    }

    /** Users come from files. */
    void bring() {
        OperatorSteps.prove(owner);
        var file = new StringBuilder("email,name,externalId,tenants,joinedAt,roles,emailVerified,metadata\n");
        for (int i = 10; i < 30; i++) {
            file.append("user%d@example.org,User %d,crm-%d,%s,2026-01-%d,teller,%s,\"{\"\"hats\"\": %d}\"\n"
                    .formatted(i, i, i, i % 3 == 0 ? "public acme" : "shop", i, i % 2 == 0, i));
        }
        file.append("no address,X,,,,,,\nuser10@example.org,Twice,,shop,,none,,\n");
        owner.send(422, IMPORTS, "{'file': 'users.csv', 'bytes': 0, 'format': 'csv'}");
        owner.send(422, IMPORTS, "{'bytes': 6, 'format': 'csv'}");
        owner.send(404, IMPORTS, "{'file': 'users.csv', 'bytes': 6, 'format': 'csv', 'tenant': 'none'}");
        owner.send(413, IMPORTS, "{'file': 'users.csv', 'bytes': 999999999999, 'format': 'csv'}");
        owner.get(404, "dashboard/api/imports/none");
        upload("csv", "email,shoeSize\nx@example.org,42\n");
        owner.send(409, "POST " + IMPORT + "/start");
        owner.send(404, "POST " + IMPORT + "/check", "{'tenant': 'none'}");
        owner.send(200, "POST " + IMPORT + "/check", "{'mode': 'upsert', 'tenant': 'acme', 'ignore': ['shoeSize']}");
        owner.send(409, "POST " + IMPORT + "/check", "{}");
        ground.maintain();
        owner.send(204, "DELETE " + IMPORT);
        owner.get(404, IMPORT);
        upload("csv", file.toString());
        owner.get(200, IMPORT + "/refusals?size=10");
        owner.get(400, IMPORT + "/refusals?cursor=none");
        start();
        owner.send(409, "DELETE " + IMPORT);
        owner.send(200, "POST " + IMPORT + "/cancel"); // changes nothing: it is over
        owner.get(200, IMPORT + "/refusals");
        upload("json_document", "{\"users\": [{\"email\": \"doc@example.org\"}]}");
        start();
        upload("csv", "email,name\nbob@example.org,Bobby\n");
        owner.send(200, "POST " + IMPORT + "/check", "{'mode': 'upsert', 'tenant': 'acme'}");
        ground.maintain();
        start();
        owner.get(200, "dashboard/api/imports");
        owner.get(400, "dashboard/api/imports?cursor=none");
        owner.with("X-Operator", "ADMIN@acme").get(200, "host/api/imports");
        owner.with("X-Operator", "ADMIN@acme").get(404, "host/api/imports/{import}");
    }

    private void upload(String format, String file) {
        Answer created = owner.send(
                201, IMPORTS, "{'file': 'users', 'bytes': %d, 'format': '%s'}".formatted(file.length(), format));
        owner.keep("import", created.at("/id"));
        Walker bytes = owner.with("Content-Type", "application/octet-stream");
        bytes.send(409, "PUT " + IMPORT + "/file?from=7", file);
        bytes.send(422, "PUT " + IMPORT + "/file?from=x", file);
        bytes.send(422, "PUT " + IMPORT + "/file", file + "x");
        bytes.send(200, "PUT " + IMPORT + "/file?from=0", file);
        ground.maintain();
        owner.get(200, IMPORT);
    }

    private void start() {
        OperatorSteps.prove(owner);
        owner.send(200, "POST " + IMPORT + "/start");
        ground.maintain();
        owner.get(200, IMPORT);
    }

    /** The list is narrowed, ordered, walked and counted. */
    void look() {
        OperatorSteps.prove(owner);
        for (String sort : "joined -joined lastSeen -lastSeen name -name email -email".split(" ", -1)) {
            walk("size=10&sort=" + sort);
        }
        for (String filter : new String[] {
            "q=user",
            "q=user%201",
            "q=%2B4915112345678",
            "q=bob%40example.org",
            "tenant=acme",
            "tenant=acme&q=user",
            "status=active,suspended",
            "status=invited",
            "method=password",
            "method=external,passwordless",
            "provider=saml",
            "joined=2026-01-12..2026-01-20",
            "lastSeen=2026-03-01..",
            "f.userroles.role=teller",
            "f.userroles.role=teller&tenant=acme",
            "f.emailverification.verified=yes",
            "f.emailverification.verified=no&q=user"
        }) {
            walk("size=10&" + filter);
            owner.get(200, "dashboard/api/users/count?" + filter);
        }
        owner.get(200, "dashboard/api/users/count");
        owner.get(200, "dashboard/api/users/providers");
        Walker acme = owner.with("X-Operator", "ADMIN@acme,shop");
        acme.get(200, "host/api/users?size=10");
        acme.get(200, "host/api/users?size=10&q=user&f.userroles.role=teller");
        acme.get(200, "host/api/users/count");
        acme.get(200, "host/api/users/providers");
        acme.get(200, "host/api/users/export");
        owner.get(400, "dashboard/api/users?sort=shoe");
        owner.get(400, "dashboard/api/users?status=gone");
        owner.get(400, "dashboard/api/users?shoe=42");
        owner.get(400, "dashboard/api/users?joined=then");
        owner.get(400, "dashboard/api/users?cursor=none");
        owner.get(404, "dashboard/api/users?tenant=none");
        owner.get(400, "dashboard/api/users?f.emailverification.verified=perhaps");
        owner.get(200, "dashboard/api/users/export?sort=name");
        owner.get(200, "dashboard/api/users/export?format=jsonl&q=user&sort=email");
        owner.get(400, "dashboard/api/users/export?format=xml");
        owner.get(400, "dashboard/api/users/count?size=10");
    }

    /** Two pages, and back. */
    private void walk(String query) {
        Answer first = owner.get(200, "dashboard/api/users?" + query);
        owner.keep("next", first.at("/nextCursor"));
        if (!first.at("/nextCursor").isEmpty()) {
            Answer second = owner.get(200, "dashboard/api/users?" + query + "&cursor={next}");
            owner.keep("previous", second.at("/previousCursor"));
            owner.get(200, "dashboard/api/users?" + query + "&cursor={previous}");
        }
    }

    /** Many users at once. */
    void jobs() {
        owner.send(200, JOBS + "dry-run?q=user1", "{'action': 'suspend', 'all': true}");
        owner.send(200, JOBS + "dry-run", "{'action': 'delete', 'users': ['{ada}', '{bob}']}");
        owner.send(200, JOBS + "dry-run", "{'action': 'userroles.assign', 'all': true, 'values': ['teller']}");
        owner.send(422, JOBS + "suspend", "{}");
        owner.send(422, JOBS + "suspend", "{'all': true}");
        owner.send(422, JOBS + "suspend", "{'users': ['no id!'], 'reason': 'A leak'}");
        owner.send(400, JOBS + "suspend?shoe=42", "{'all': true, 'reason': 'A leak'}");
        job("suspend?q=user1", "{'all': true, 'reason': 'A leak', 'until': '2026-06-01T00:00:00Z'}");
        owner.send(200, "GET dashboard/api/users/count?status=suspended");
        job("activate?status=suspended", "{'all': true}");
        job("end-sessions", "{'users': ['{ada}', '{bob}', '{tom}']}");
        owner.send(422, JOBS + "userroles.assign", "{'users': ['{bob}'], 'values': ['none']}");
        job("userroles.assign?tenant=acme", "{'all': true, 'values': ['teller']}");
        String some = "{'users': ['{bob}', '0198a3c5-1111-7000-8000-00000000dead'], 'count': ";
        OperatorSteps.prove(owner);
        owner.send(422, JOBS + "delete", some + "3}");
        Answer started = owner.send(201, JOBS + "delete", some + "2}");
        owner.keep("job", started.at("/id"));
        owner.send(200, "POST dashboard/api/jobs/{job}/pause");
        ground.maintain();
        owner.send(200, "POST dashboard/api/jobs/{job}/resume");
        ground.maintain();
        owner.get(200, "dashboard/api/jobs/{job}");
        owner.get(200, "dashboard/api/jobs/{job}/refusals");
        owner.get(200, "dashboard/api/users?job=refused:{job}");
        owner.get(400, "dashboard/api/jobs/{job}/refusals?cursor=none");
        Answer last = owner.send(201, JOBS + "end-sessions", "{'all': true}");
        owner.keep("job", last.at("/id"));
        owner.send(200, "POST dashboard/api/jobs/{job}/cancel");
        ground.maintain();
        owner.get(200, "dashboard/api/jobs");
        owner.get(404, "dashboard/api/jobs/none");
        owner.send(404, "POST dashboard/api/jobs/none/pause");
        Walker acme = owner.with("X-Operator", "SUPPORT@acme");
        acme.send(201, "POST host/api/jobs/suspend", "{'users': ['{tom}'], 'reason': 'A leak'}");
        ground.maintain();
        acme.get(200, "host/api/jobs");
        acme.get(404, "host/api/jobs/{job}");
    }

    private void job(String action, String body) {
        Answer started = owner.send(201, JOBS + action, body);
        owner.keep("job", started.at("/id"));
        ground.maintain();
        owner.get(200, "dashboard/api/jobs/{job}");
    }
}
