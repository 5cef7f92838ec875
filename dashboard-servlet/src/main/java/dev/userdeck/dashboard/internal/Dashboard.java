package dev.userdeck.dashboard.internal;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.internal.api.ApiDescription;
import dev.userdeck.dashboard.internal.api.ApiRoutes;
import dev.userdeck.dashboard.internal.api.OutboxPage;
import dev.userdeck.dashboard.internal.auth.ApiKeyAuthentication;
import dev.userdeck.dashboard.internal.auth.OperatorAuthentication;
import dev.userdeck.dashboard.internal.auth.OperatorAuthentication.Entry;
import dev.userdeck.dashboard.internal.auth.PlainHttp;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.AppDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.ImportsDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.MailDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.OperatorDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.PasswordRulesDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.PresetDocument;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument.TenantDocument;
import dev.userdeck.dashboard.internal.panel.Panels;
import dev.userdeck.dashboard.internal.ui.SecurityHeaders;
import dev.userdeck.dashboard.internal.ui.Translations;
import dev.userdeck.dashboard.internal.ui.UiFileHandler;
import dev.userdeck.dashboard.internal.ui.UiFiles;
import dev.userdeck.http.spi.Audience;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.servlet.internal.Authenticator;
import dev.userdeck.servlet.internal.Caller;
import dev.userdeck.servlet.internal.ClientAddress;
import dev.userdeck.servlet.internal.Json;
import dev.userdeck.servlet.internal.Problems;
import dev.userdeck.servlet.internal.Refusals;
import dev.userdeck.servlet.internal.RequestPath;
import dev.userdeck.servlet.internal.RouteDispatcher;
import dev.userdeck.servlet.internal.RouteTable;
import dev.userdeck.servlet.internal.SameOrigin;
import dev.userdeck.tenant.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dashboard: the API below {@code api/}, the front end everywhere else. */
public final class Dashboard {
    private static final Logger LOG = LoggerFactory.getLogger("dev.userdeck.dashboard");
    private static final ProblemType HTTPS_REQUIRED =
            new ProblemType("https-required", 403, "The dashboard needs HTTPS");

    private final Userdeck userdeck;
    private final OperatorAuthentication authentication;
    private final ApiKeyAuthentication apiKeys;
    private final String appName;
    private final Predicate<Operator> readOnly;
    private final boolean insecureHttpAllowed;
    private final long maxImportBytes;
    private final @Nullable URI signUpPage;
    private final Panels panels;
    private final RouteDispatcher api;
    private final Problems problems;
    private final Refusals refusals;
    private final PlainHttp plainHttp = new PlainHttp();
    private final UiFileHandler ui;
    private final ClientAddress clientAddress = ClientAddress.ofConnection();
    private final boolean uiBuilt;

    /**
     * Puts it together.
     *
     * @param readOnly who may change nothing for now
     * @param apiKeyRequestsPerMinute how many requests of one API key are answered within a minute
     * @param maxImportBytes the largest file with users
     * @param signUpPage where people sign up in the host's app; null if it doesn't say
     * @param language of the page, where the browser asks for none that there is
     * @param uiFolder where on the class path the front end lies
     * @throws dev.userdeck.error.ConfigurationException if a recipe contributes what can't work
     */
    public Dashboard(
            Userdeck userdeck,
            OperatorAuthentication authentication,
            Predicate<Operator> readOnly,
            int apiKeyRequestsPerMinute,
            boolean insecureHttpAllowed,
            List<String> origins,
            long maxImportBytes,
            @Nullable URI signUpPage,
            Locale language,
            String uiFolder) {
        this.userdeck = userdeck;
        this.authentication = authentication;
        this.readOnly = readOnly;
        this.apiKeys = new ApiKeyAuthentication(userdeck.apiKeys(), apiKeyRequestsPerMinute);
        this.appName = userdeck.appName().orElse("Userdeck");
        this.insecureHttpAllowed = insecureHttpAllowed;
        this.maxImportBytes = maxImportBytes;
        this.signUpPage = signUpPage;
        List<RunningRecipe> contributors = OutboxPage.beside(userdeck);
        this.panels = new Panels(contributors, Permission.core());
        var json = new Json();
        this.problems = new Problems(json, userdeck.languages());
        this.refusals = new Refusals(userdeck.audit()::record);
        var description = ApiDescription.with(HTTPS_REQUIRED);
        RouteTable routes = ApiRoutes.table(
                ApiRoutes.core(userdeck, panels, maxImportBytes, this::capabilities, description),
                authentication.routes(),
                contributors);
        description.describe(routes);
        this.api = new RouteDispatcher(
                routes, userdeck.users(), new SameOrigin(origins), new Callers(), json, problems, refusals);
        ClassLoader own = Dashboard.class.getClassLoader();
        List<String> recipes =
                contributors.stream().map(recipe -> recipe.id().value()).toList();
        Optional<UiFiles> files = UiFiles.load(
                own,
                uiFolder,
                new Translations(userdeck.languages()::translation, recipes, json),
                language.getLanguage());
        this.uiBuilt = files.isPresent();
        this.ui = new UiFileHandler(files);
    }

    /** Begins to work, before the first request. */
    public void open() {
        if (!uiBuilt) {
            LOG.warn("This build of the dashboard has no front end, only its API: it was made with -Dskip.ui=true");
        }
        authentication.open();
    }

    /** The link by which the first operator signs up here; empty when there is one, or where none can be made. */
    public Optional<String> setUpLink() {
        return authentication.setUpLink();
    }

    /** Answers a request. */
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.headers(response);
        List<String> segments;
        try {
            segments = RequestPath.segments(request);
        } catch (ProblemException e) {
            problems.send(e.problem(), request, response);
            return;
        }
        boolean forApi = !segments.isEmpty() && segments.get(0).equals("api");
        if (!insecureHttpAllowed && !plainHttp.isPrivate(request)) {
            refuseInsecure(forApi, request, response);
            return;
        }
        if (forApi) {
            api.dispatch(request, response, segments.subList(1, segments.size()));
            return;
        }
        ui.answer(request, response, segments);
    }

    private void refuseInsecure(boolean forApi, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = Problem.of(HTTPS_REQUIRED)
                .detail("Open it by https://, or call allowInsecureHttp() on the builder of the servlet");
        refusals.note(problem, Refusals.method(request) + (forApi ? " of the API" : " of a page"));
        if (!forApi) {
            UiFileHandler.refuseInsecure(request, response);
            return;
        }
        problems.send(problem, request, response);
    }

    /** Operators and API keys. */
    private final class Callers implements Authenticator {

        @Override
        public Caller find(Route route, HttpServletRequest request, HttpServletResponse response) {
            String address = clientAddress.of(request);
            if (route.audience() != Audience.OPERATOR) {
                return Caller.anonymous(Scope.all(), address);
            }
            if (isByKey(route, request)) {
                return Caller.operator(restricted(apiKeys.enter(request, address)), address);
            }
            Entry entry = enter(request);
            return Caller.operator(restricted(entry.operator()), address).proof(entry::requireFreshProof);
        }

        /** Pages of other sites can't send a key: browsers ask first whether they may set this header, and we never say yes. */
        @Override
        public boolean canBeForged(Route route, HttpServletRequest request) {
            return !isByKey(route, request);
        }

        private boolean isByKey(Route route, HttpServletRequest request) {
            return route.audience() == Audience.OPERATOR
                    && authentication.takesApiKeys()
                    && ApiKeyAuthentication.isTried(request);
        }
    }

    /** At each request, so that a switch counts at the next one. */
    private Operator restricted(Operator operator) {
        return readOnly.test(operator) ? operator.asReadOnly() : operator;
    }

    /** Who can't enter is told whose dashboard it is: the sign-in page bears the app's name. */
    private Entry enter(HttpServletRequest request) {
        try {
            return authentication.enter(request);
        } catch (ProblemException e) {
            throw e.problem().with("app", appName).exception();
        }
    }

    private CapabilitiesDocument capabilities(Operator operator) {
        Locale language = operator.preferences().language();
        return new CapabilitiesDocument(
                new AppDocument(appName, signUpPage == null ? null : signUpPage.toString()),
                new OperatorDocument(
                        operator.id(),
                        operator.name(),
                        operator.email(),
                        PresetDocument.of(operator.preset()),
                        operator.scope().equals(Scope.all()),
                        authentication.hasSignIn() && operator.kind() == Operator.Kind.BUILT_IN,
                        operator.readOnly(),
                        language == null ? null : language.toLanguageTag(),
                        Objects.toString(operator.preferences().timeZone(), null)),
                panels.permissions(operator),
                userdeck.tenants().listAll(operator.scope()).stream()
                        .map(tenant -> new TenantDocument(tenant.id().value(), tenant.name()))
                        .toList(),
                userdeck.users().searchMode(),
                panels.columns(operator),
                panels.filters(operator),
                panels.sections(operator),
                panels.pages(operator),
                PasswordRulesDocument.of(userdeck.passwords()),
                new MailDocument(userdeck.outbox().delivery()),
                panels.createForm().document(operator),
                panels.profileHints(),
                panels.mergeHints(),
                panels.bulkActions(operator),
                new ImportsDocument(maxImportBytes),
                panels.auditTexts(operator),
                panels.permissionTexts());
    }
}
