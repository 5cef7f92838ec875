package dev.userdeck.dashboard.walk;

import dev.userdeck.dashboard.walk.Walker.Answer;
import dev.userdeck.mail.spi.MailRefusedException;

/** What the recipes and the page of mails do for operators. */
final class RecipeSteps {
    private static final String ROLES = " dashboard/api/recipes/userroles/roles";
    private static final String ROLE = ROLES + "/{role}";
    private static final String USER = " dashboard/api/recipes/userroles/users/{userId}";
    private static final String METADATA = "PUT dashboard/api/recipes/usermetadata/users/{userId}/metadata";
    private static final String VERIFIED = " dashboard/api/recipes/emailverification/users/{userId}/verified";
    private static final String SEND = "POST dashboard/api/recipes/emailverification/users/{userId}/send";

    private final Ground ground;
    private final Walker owner;

    RecipeSteps(Ground ground, Walker owner) {
        this.ground = ground;
        this.owner = owner;
    }

    /** Roles are made and changed. */
    void roles() {
        owner.send(201, "POST" + ROLES, "{'name': 'admin', 'permissions': ['desk:open', 'desk:shut']}");
        owner.send(201, "POST" + ROLES, "{'name': 'clerk', 'description': 'At a desk', 'permissions': ['desk:open']}");
        owner.send(201, "POST" + ROLES, "{'name': 'team/lead', 'permissions': ['team:lead', 'a:1', 'a:2', 'a:3']}");
        owner.send(201, "POST" + ROLES, "{'name': 'gone'}");
        owner.send(409, "POST" + ROLES, "{'name': 'clerk'}");
        owner.send(422, "POST" + ROLES, "{'name': ' '}");
        Answer page = owner.get(200, "dashboard/api/recipes/userroles/roles?size=2");
        owner.keep("next", page.at("/nextCursor"));
        Answer second = owner.get(200, "dashboard/api/recipes/userroles/roles?size=2&cursor={next}");
        owner.keep("previous", second.at("/previousCursor"));
        owner.get(200, "dashboard/api/recipes/userroles/roles?size=2&cursor={previous}");
        owner.get(200, "dashboard/api/recipes/userroles/roles?q=desk");
        owner.get(400, "dashboard/api/recipes/userroles/roles?cursor=none");
        owner.get(200, "dashboard/api/recipes/userroles/role-options");
        owner.get(200, "dashboard/api/recipes/userroles/role-options?q=cl");
        owner.get(200, "dashboard/api/recipes/userroles/assignable-roles?q=cl");
        owner.get(200, "dashboard/api/recipes/userroles/permission-options?q=desk");
        owner.keep("role", "clerk");
        owner.keep("version", owner.send(200, "GET" + ROLE).header("ETag"));
        owner.send(428, "PUT" + ROLE, "{'name': 'clerk'}");
        owner.at("\"77\"").send(412, "PUT" + ROLE, "{'name': 'clerk'}");
        owner.at("{version}").send(409, "PUT" + ROLE, "{'name': 'admin'}");
        owner.at("{version}").send(200, "PUT" + ROLE, "{'name': 'teller', 'permissions': ['desk:open', 'till:open']}");
        owner.send(404, "GET" + ROLE);
        owner.send(404, "DELETE" + ROLE);
        owner.keep("role", "admin");
        owner.keep("version", owner.send(200, "GET" + ROLE).header("ETag"));
        owner.at("{version}").send(422, "PUT" + ROLE, "{'name': 'boss'}");
        owner.send(409, "DELETE" + ROLE);
        owner.keep("role", "gone");
        owner.send(200, "GET" + ROLE + "/deletion");
        owner.send(204, "DELETE" + ROLE);
    }

    /** Roles are given and taken away. */
    void assign() {
        owner.send(200, "GET" + USER + "/role-options?tenant=public");
        owner.send(404, "GET" + USER + "/role-options?tenant=none");
        owner.send(422, "GET" + USER + "/role-options");
        owner.send(204, "POST" + USER + "/roles", "{'roles': ['teller', 'admin'], 'tenant': 'public'}");
        owner.send(422, "POST" + USER + "/roles", "{'roles': ['none'], 'tenant': 'public'}");
        owner.send(422, "POST" + USER + "/roles", "{'roles': [], 'tenant': 'public'}");
        owner.send(422, "POST" + USER + "/roles", "{'roles': ['teller'], 'tenant': 'globex'}");
        owner.send(200, "GET" + USER + "/role-options?tenant=public&q=te");
        owner.keep("role", "teller");
        owner.send(200, "GET" + ROLE);
        owner.send(200, "GET" + ROLE + "/holders");
        owner.send(200, "GET" + ROLE + "/deletion");
        owner.send(200, "GET dashboard/api/recipes/userroles/roles/none/holders");
        owner.send(204, "DELETE" + USER + "/roles/{role}?tenant=public");
        owner.send(404, "DELETE" + USER + "/roles/{role}?tenant=public");
        owner.keep("role", "admin");
        owner.send(409, "DELETE" + USER + "/roles/{role}?tenant=public");
    }

    /** Metadata are written. */
    void metadata() {
        owner.send(428, METADATA, "{'json': '{}'}");
        Answer written = owner.at("\"0\"")
                .send(204, METADATA, "{'json': '{\\'first_name\\': \\'Ada\\', \\'hats\\': [1, 2.50]}'}");
        owner.keep("version", written.header("ETag"));
        owner.at("\"0\"").send(412, METADATA, "{'json': '{}'}");
        owner.at("{version}").send(422, METADATA, "{'json': '{\\'hats\\':'}");
        owner.at("{version}").send(422, METADATA, "{'json': '[]'}");
        owner.at("{version}")
                .send(204, METADATA, "{'json': '{\\'first_name\\': \\'Adah\\', \\'plan\\': {\\'a\\': null}}'}");
    }

    /** Emails are verified, and not. */
    void verification() {
        owner.send(409, SEND);
        owner.send(204, "DELETE" + VERIFIED);
        owner.send(204, SEND);
        owner.send(429, SEND);
        owner.send(204, "POST" + VERIFIED);
        owner.send(204, "POST" + VERIFIED);
        owner.keepAs("userId", "tom");
        owner.send(409, SEND);
        owner.send(409, "POST" + VERIFIED);
        owner.keepAs("userId", "ada");
        ground.maintain();
    }

    /** Mail that is refused is sent again. */
    void mail() {
        String reset = "POST dashboard/api/users/{userId}/password-reset";
        ground.mailbox.failWith(() -> new MailRefusedException("550 5.1.1 No such user", null));
        for (String user : new String[] {"ada", "bob", "eve"}) {
            owner.send(200, reset.replace("{userId}", "{" + user + "}"));
        }
        ground.maintain();
        ground.mailbox.recover();
        Answer page = owner.get(200, "dashboard/api/recipes/mail/mails");
        Answer first = owner.get(200, "dashboard/api/recipes/mail/mails?size=1");
        owner.keep("next", first.at("/nextCursor"));
        owner.get(200, "dashboard/api/recipes/mail/mails?size=1&cursor={next}");
        owner.get(400, "dashboard/api/recipes/mail/mails?cursor=none");
        owner.get(200, "dashboard/api/users/{eve}/mails");
        owner.keep("mail", page.at("/items/0/key"));
        owner.send(404, "POST dashboard/api/users/{ada}/mails/{mail}/again");
        owner.send(204, "POST dashboard/api/users/{eve}/mails/{mail}/again");
        owner.keep("mail", page.at("/items/1/key"));
        owner.send(204, "POST dashboard/api/recipes/mail/mails/{mail}/again");
        owner.send(404, "POST dashboard/api/recipes/mail/mails/none/again");
        owner.get(200, "dashboard/api/recipes/mail/mails");
        owner.send(200, "POST dashboard/api/recipes/mail/mails/again");
        ground.maintain();
        owner.get(200, "dashboard/api/recipes/mail/mails");
    }
}
