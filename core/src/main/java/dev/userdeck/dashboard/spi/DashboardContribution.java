package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Permission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe adds to the dashboard: data only, drawn by the dashboard.
 *
 * @param routes the recipe's JSON API, below {@code recipes/<recipe id>}; actions and pages use these
 * @param sections panels on the user page, in order
 * @param pages pages of its own, in order
 * @param columns columns of the users list, in order
 * @param filters filters of the users list, in order
 * @param profileHints what to know before a part of a user's profile is changed
 * @param mergeHints what becomes of the recipe's own things of a user who is made one with another, as in "The roles of
 *     both are kept"
 * @param bulkActions what can be done to many users at once, in order
 * @param createFields what is asked for when a user is created, null for nothing
 * @param deletionFacts what goes with a user when the user is deleted
 * @param auditTexts how events of the recipe's are told
 * @param mailKinds what mails of the recipe's are called, by their {@linkplain dev.userdeck.mail.NewEmail#kind kind}
 * @param permissionTexts what the recipe's permissions allow, where operators choose among them
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record DashboardContribution(
        List<Route> routes,
        List<UserSection> sections,
        List<RecipePage> pages,
        List<UsersColumn> columns,
        List<UsersFilter> filters,
        List<ProfileHint> profileHints,
        List<Text> mergeHints,
        List<BulkAction> bulkActions,
        @Nullable CreateFields createFields,
        Function<SectionRequest, List<Fact>> deletionFacts,
        List<AuditText> auditTexts,
        Map<String, Text> mailKinds,
        Map<Permission, Text> permissionTexts) {

    /** Copies the lists. */
    public DashboardContribution {
        routes = List.copyOf(routes);
        sections = List.copyOf(sections);
        pages = List.copyOf(pages);
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
        profileHints = List.copyOf(profileHints);
        mergeHints = List.copyOf(mergeHints);
        bulkActions = List.copyOf(bulkActions);
        auditTexts = List.copyOf(auditTexts);
        mailKinds = Map.copyOf(mailKinds);
        permissionTexts = Map.copyOf(permissionTexts);
    }

    /** The permissions that its routes and panels need, and those that it has words for, each once. */
    public List<Permission> permissions() {
        return Stream.of(
                        routes.stream().map(Route::permission).flatMap(Stream::ofNullable),
                        sections.stream().map(UserSection::permission),
                        columns.stream().map(UsersColumn::permission),
                        filters.stream().map(UsersFilter::permission),
                        bulkActions.stream().map(BulkAction::permission),
                        Stream.ofNullable(createFields)
                                .flatMap(create -> create.fields().stream())
                                .map(CreateFields.CreateField::permission),
                        permissionTexts.keySet().stream().sorted(Comparator.comparing(Permission::name)))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /** Returns a contribution that adds nothing. */
    public static DashboardContribution none() {
        return builder().build();
    }

    /** Begins a contribution. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects a contribution. Not for use by several threads. */
    public static final class Builder {
        private final List<Route> routes = new ArrayList<>();
        private final List<UserSection> sections = new ArrayList<>();
        private final List<RecipePage> pages = new ArrayList<>();
        private final List<UsersColumn> columns = new ArrayList<>();
        private final List<UsersFilter> filters = new ArrayList<>();
        private final List<ProfileHint> profileHints = new ArrayList<>();
        private final List<Text> mergeHints = new ArrayList<>();
        private final List<BulkAction> bulkActions = new ArrayList<>();
        private final List<AuditText> auditTexts = new ArrayList<>();
        private final Map<String, Text> mailKinds = new HashMap<>();
        private final Map<Permission, Text> permissionTexts = new HashMap<>();
        private @Nullable CreateFields createFields;
        private Function<SectionRequest, List<Fact>> deletionFacts = request -> List.of();

        private Builder() {}

        /** Adds routes. */
        public Builder routes(Route... more) {
            routes.addAll(List.of(more));
            return this;
        }

        /** Adds a panel on the user page. */
        public Builder section(UserSection section) {
            sections.add(section);
            return this;
        }

        /** Adds a page. */
        public Builder page(RecipePage page) {
            pages.add(page);
            return this;
        }

        /** Adds a column of the users list. */
        public Builder column(UsersColumn column) {
            columns.add(column);
            return this;
        }

        /** Adds a filter of the users list. */
        public Builder filter(UsersFilter filter) {
            filters.add(filter);
            return this;
        }

        /** Adds what to know before a part of a user's profile is changed. */
        public Builder profileHint(ProfileHint hint) {
            profileHints.add(hint);
            return this;
        }

        /** Adds what to know before two users are made one. */
        public Builder mergeHint(Text hint) {
            mergeHints.add(hint);
            return this;
        }

        /** Adds what can be done to many users at once. */
        public Builder bulkAction(BulkAction action) {
            bulkActions.add(action);
            return this;
        }

        /** Asks for more when a user is created. */
        public Builder createFields(CreateFields fields) {
            createFields = fields;
            return this;
        }

        /** Tells what goes with a user when the user is deleted. */
        public Builder deletionFacts(Function<SectionRequest, List<Fact>> facts) {
            deletionFacts = facts;
            return this;
        }

        /** Adds how events are told. */
        public Builder auditTexts(AuditText... more) {
            auditTexts.addAll(List.of(more));
            return this;
        }

        /**
         * Says what mails of a kind are called where operators see what became of them, as in "Link to verify the email". Its key
         * is {@code mail.kind.} and the kind.
         *
         * @param kind as the recipe sends it: its id, a dot and more
         * @param english what such a mail is
         */
        public Builder mailKind(String kind, String english) {
            mailKinds.put(kind, Text.of("mail.kind." + kind, english));
            return this;
        }

        /**
         * Says what a permission of the recipe's allows, where operators make presets and API keys of permissions. Its key is
         * {@code permission.} and the name. A permission that no route or panel names, as the recipe's code alone asks for it, is
         * made known by this.
         *
         * @param english as in "Give roles to users, and take them away"
         */
        public Builder permission(Permission permission, String english) {
            permissionTexts.put(permission, Text.of("permission." + permission, english));
            return this;
        }

        /** Returns the contribution. */
        public DashboardContribution build() {
            return new DashboardContribution(
                    routes,
                    sections,
                    pages,
                    columns,
                    filters,
                    profileHints,
                    mergeHints,
                    bulkActions,
                    createFields,
                    deletionFacts,
                    auditTexts,
                    mailKinds,
                    permissionTexts);
        }
    }
}
