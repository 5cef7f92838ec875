package dev.userdeck.example.quickstart;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;

/**
 * Where {@link WalkThroughTest} takes place: the quickstart with its built-in operators, or, with the system property
 * {@code userdeck.walk.jar}, another app of the same pages, in which operators have the app's own login.
 */
interface WalkPlace extends AutoCloseable {

    /** Opens it on an empty folder. */
    static WalkPlace open(Path data) throws Exception {
        String jar = System.getProperty("userdeck.walk.jar", "");
        return jar.isEmpty() ? new OfQuickstart(Stage.open(data)) : ShopProcess.start(Path.of(jar), data);
    }

    URI url();

    /** Someone new, before the app's page. */
    Visitor guest();

    /** Somebody becomes an operator, and looks at the users list. */
    void enter(Visitor operator);

    /** The operator goes, and nobody sees the dashboard any more. */
    void leave(Visitor operator);

    /** What is refused on the way in and out. */
    String[] refusalsOfOperator();

    @Override
    void close();

    /** The quickstart. */
    record OfQuickstart(Stage stage) implements WalkPlace {
        @Override
        public URI url() {
            return stage.url();
        }

        @Override
        public Visitor guest() {
            return stage.guest();
        }

        @Override
        public void enter(Visitor operator) {
            operator.open("dashboard/");
            operator.sees("Nobody has an account yet");
            operator.open(stage.setUpLink());
            operator.looksAround("set-up");
            operator.page().getByLabel("Your name").fill("Ines Marchetti");
            operator.page().getByLabel("Email").fill("ines@example.org");
            operator.page()
                    .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill("granite otter sundial 12");
            operator.button("Create account").click();
            operator.seesHeading("Users");
        }

        @Override
        public void leave(Visitor operator) {
            operator.button("Sign out").click();
            operator.sees("Sign in to manage users");
            operator.looksAround("sign-in");
        }

        @Override
        public String[] refusalsOfOperator() {
            return new String[] {
                "401 GET /dashboard/api/session",
                "401 GET /dashboard/api/users",
                "401 GET /dashboard/api/session",
                "401 GET /dashboard/api/session"
            };
        }

        @Override
        public void close() {
            stage.close();
        }
    }
}
