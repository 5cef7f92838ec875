package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.dashboard.spi.BulkOutcome;
import dev.userdeck.dashboard.spi.CreateFields;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.Options;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.Route;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.user.User;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The part of {@link RecipeContract} that calls the recipe's routes and actions. */
abstract class RecipeRoutesContract extends RecipeRowsContract {
    private static final Pattern WRITE = Pattern.compile(
            "\\s*(insert|update|delete|merge|replace|truncate|create|alter|drop)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Test
    final void whatItReadsWritesNothing() {
        User user = withRows("ada@example.org");

        for (Route route : Gets.of(dashboard())) {
            writesNothing(route, () -> asked(route, user).send());
        }
        for (RecipePage page : dashboard().pages()) {
            if (page.preview() != null) {
                Route preview = page.preview().data();
                Gets.rows(page).stream()
                        .limit(1)
                        .forEach(row -> writesNothing(
                                preview, () -> Gets.row(preview, row.key()).send()));
            }
        }
        writesNothing(
                "the user page", () -> Contributions.data(dashboard(), new SectionRequest(user, Scope.all(), OWNER)));
    }

    private static TestRequest asked(Route route, User user) {
        TestRequest request = TestRequest.to(route);
        if (route.scopeKind().isOfUser()) {
            request.about(user);
        }
        return Gets.takes(route, "tenant") ? request.with("tenant", TenantId.PUBLIC.value()) : request;
    }

    private void writesNothing(Object what, Runnable reading) {
        database.statements().reset();
        try {
            reading.run();
        } catch (ProblemException refused) {
            // it may want more than there is
        }
        assertThat(database.statements().statements())
                .as(
                        "the statements of %s: a GET changes nothing, as browsers and proxies send it whenever they like",
                        what)
                .noneMatch(statement -> WRITE.matcher(statement).matches());
    }

    @Test
    final void itsChoicesAreSearched() {
        withRows("ada@example.org");
        User user = created(userdeck, "grace@example.org");

        for (Route route : Gets.of(dashboard())) {
            if (route.responseType() == Options.class && Gets.takes(route, "q")) {
                OptionChecks.search(route, () -> asked(route, user));
            }
        }
    }

    @Test
    final void whatCanBeChosenIsFoundByItsId() {
        withRows("ada@example.org");

        dashboard().routes().stream().filter(OptionChecks::isById).forEach(OptionChecks::run);
    }

    @Test
    final void theRowsOfItsPagesOpen() {
        withRows("ada@example.org");

        dashboard().pages().forEach(PageChecks::open);
    }

    @Test
    final void itsPagesAreWalkedForwardAndBack() {
        List.of("ada@example.org", "grace@example.org", "olu@example.org").forEach(this::withRows);

        dashboard().pages().forEach(PageChecks::walk);
    }

    @Test
    final void itsPagesAreSearched() {
        List.of("ada@example.org", "grace@example.org").forEach(this::withRows);

        dashboard().pages().forEach(PageChecks::search);
    }

    @Test
    final void itsEditsKeepWhatOthersChanged() {
        User user = withRows("ada@example.org");
        var checks = new EditChecks(rows());

        for (RecipePage page : dashboard().pages()) {
            if (page.preview() != null && page.preview().edit() != null) {
                checks.preview(page.preview(), Gets.rows(page));
            }
        }
        for (UserSection section : dashboard().sections()) {
            if (section.content() instanceof UserSection.Json json && json.save() != null) {
                checks.json(json, json.data().apply(new SectionRequest(user, Scope.all(), OWNER)), user);
            }
        }
    }

    @Test
    final void whatItDoesToManyUsersCanBeRepeated() {
        User without = created(userdeck, "ada@example.org");
        User with = withRows("grace@example.org");

        for (BulkAction action : dashboard().bulkActions()) {
            var task = TenantWalls.withTheFirstChoice(action, Scope.all());
            assertThat(action.check().of(task.values(), OWNER))
                    .as(
                            "what the check of bulk action %s says to %s, which it offers itself",
                            action.id(), task.values())
                    .isEmpty();
            for (User user : List.of(without, with)) {
                BulkOutcome first = TenantWalls.done(action, user, task);
                Set<String> once = itsRows();
                BulkOutcome second = TenantWalls.done(action, user, task);

                assertThat(second)
                        .as(
                                "what bulk action %s says when it is done again, having said %s: there is nothing left to do, and a"
                                        + " job that is run again says so by BulkOutcome.Done.UNCHANGED",
                                action.id(), first)
                        .isEqualTo(first == BulkOutcome.Done.DONE ? BulkOutcome.Done.UNCHANGED : first);
                assertThat(itsRows())
                        .as("the rows after bulk action %s was done again", action.id())
                        .isEqualTo(once);
            }
        }
    }

    @Test
    final void itsFieldsForNewUsersKeepWhatTheyOffer() {
        withRows("ada@example.org");
        CreateFields fields = dashboard().createFields();
        if (fields != null) {
            var checks = new CreationChecks(userdeck, fields, OWNER);
            Set<String> before = itsRows();
            boolean isChosen = checks.keepsWhatItSuggests(TenantId.PUBLIC);
            if (isChosen && !itsTables().isEmpty()) {
                assertThat(itsRows())
                        .as("the rows after a user was created with what the form offers: the writer has to keep it")
                        .isNotEqualTo(before);
            }
            checks.refusesByName(TenantId.PUBLIC);
        }
    }

    @Test
    final void itsWordsHaveKeysOfTheirOwn() {
        Texts.check(running().id(), dashboard());
    }

    private User withRows(String email) {
        User user = created(userdeck, email);
        someRows(userdeck, user.id());
        return user;
    }
}
