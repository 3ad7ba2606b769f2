// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.AlertSink;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.alert.AlertsBuilder;
import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.client.Networks;
import dev.seaworthy.core.correlation.CorrelationSettings;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.desk.ErrorDeskBuilder;
import dev.seaworthy.core.error.desk.ErrorSettings;
import dev.seaworthy.core.error.text.ProblemTexts;
import dev.seaworthy.core.headers.HeaderPlan;
import dev.seaworthy.core.headers.HeaderSettings;
import dev.seaworthy.core.logging.request.RequestLogSettings;
import dev.seaworthy.core.ratelimit.http.FieldVersion;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.core.validation.budget.BodyRefusedException;
import dev.seaworthy.core.validation.budget.RequestBudget;
import dev.seaworthy.servlet.client.CallerScheme;
import dev.seaworthy.servlet.error.ErrorPageOwner;
import dev.seaworthy.servlet.error.FailureObserver;
import dev.seaworthy.servlet.error.ProblemWriter;
import dev.seaworthy.servlet.error.ResponseDecorator;
import dev.seaworthy.servlet.headers.HeadersOfLastResort;
import dev.seaworthy.servlet.logging.UserContext;
import dev.seaworthy.servlet.ratelimit.LimitRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets {@link SeaworthyFilters} up. Everything is optional. Not thread-safe; what it builds is. */
public final class SeaworthyFiltersBuilder {

    private final List<FailureRule> rules = new ArrayList<>();
    private final List<ResponseDecorator> decorators = new ArrayList<>();
    private final List<AlertSink> alertSinks = new ArrayList<>();
    private final List<LimitRule> limits = new ArrayList<>();
    private boolean builtInLimit = true;
    private FieldVersion limitFields = FieldVersion.DRAFT_10;
    private ErrorSettings errors = ErrorSettings.withDefaults();
    private CorrelationSettings correlation = CorrelationSettings.withDefaults();
    private RequestLogSettings requestLog = RequestLogSettings.withDefaults();
    private UserContext users = UserContext.PRINCIPAL;
    private Networks trustedProxies = Networks.none();
    private RequestBudget budget = RequestBudget.withDefaults();
    private Map<String, String> constraints = Map.of();
    private TimeSource time = TimeSource.system();
    private Telemetry telemetry = new Telemetry();
    private ErrorPageOwner owner = ErrorPageOwner.NONE;
    private FailureObserver observer = FailureObserver.NONE;
    private HeaderPlan headers = HeaderPlan.constant(HeaderSettings.withDefaults());
    private @Nullable ProblemTexts texts;
    private @Nullable Alerts alerts;

    SeaworthyFiltersBuilder() {}

    /** What can be chosen about errors. */
    public SeaworthyFiltersBuilder errorSettings(ErrorSettings chosen) {
        errors = chosen;
        return this;
    }

    /** What can be chosen about correlation. */
    public SeaworthyFiltersBuilder correlationSettings(CorrelationSettings chosen) {
        correlation = chosen;
        return this;
    }

    /** Which requests get a line in the log, and with how much of their bodies. */
    public SeaworthyFiltersBuilder requestLogSettings(RequestLogSettings chosen) {
        requestLog = chosen;
        return this;
    }

    /** Who is named in the log as the user; the container's principal, unless given. */
    public SeaworthyFiltersBuilder userContext(UserContext context) {
        users = context;
        return this;
    }

    /** Whose forwarding headers count. */
    public SeaworthyFiltersBuilder trustedProxies(Networks proxies) {
        trustedProxies = proxies;
        return this;
    }

    /** How much of a request is taken in. */
    public SeaworthyFiltersBuilder requestBudget(RequestBudget chosen) {
        budget = chosen;
        return this;
    }

    /** One more rule for the app's own exceptions, asked after those given before. */
    public SeaworthyFiltersBuilder rule(FailureRule rule) {
        rules.add(rule);
        return this;
    }

    /** Which database constraint is about which value of a request: {@code users_email_key} to {@code /email}. */
    public SeaworthyFiltersBuilder constraints(Map<String, String> pointerByConstraint) {
        constraints = Map.copyOf(pointerByConstraint);
        return this;
    }

    /** The app's own words. */
    public SeaworthyFiltersBuilder texts(ProblemTexts own) {
        texts = own;
        return this;
    }

    /** One more decorator of problems, called after those given before. */
    public SeaworthyFiltersBuilder decorator(ResponseDecorator decorator) {
        decorators.add(decorator);
        return this;
    }

    /**
     * One more place where alerts go, in the background, with the settings that fit most apps; without any, the log.
     * {@link SeaworthyFilters#alerts()} has them, to be closed when the app ends.
     */
    public SeaworthyFiltersBuilder alertSink(AlertSink sink) {
        alertSinks.add(sink);
        return this;
    }

    /** Alerts of the app's own making, with sinks of their own; those given one by one are then not told. */
    public SeaworthyFiltersBuilder alerts(Alerts own) {
        alerts = own;
        return this;
    }

    /** Where the app answers failures itself. */
    public SeaworthyFiltersBuilder errorPageOwner(ErrorPageOwner appItself) {
        owner = appItself;
        return this;
    }

    /** Who hears of swallowed throwables. */
    public SeaworthyFiltersBuilder failureObserver(FailureObserver listener) {
        observer = listener;
        return this;
    }

    /** One more limit, applied after those given before. */
    public SeaworthyFiltersBuilder limit(LimitRule rule) {
        limits.add(rule);
        return this;
    }

    /** Without the limit that only floods reach, {@link dev.seaworthy.core.ratelimit.Policy#builtIn()}. */
    public SeaworthyFiltersBuilder withoutBuiltInLimit() {
        builtInLimit = false;
        return this;
    }

    /** Which edition of the RateLimit fields is spoken; the newest unless given. */
    public SeaworthyFiltersBuilder rateLimitFields(FieldVersion version) {
        limitFields = version;
        return this;
    }

    /** Which security headers are sent. */
    public SeaworthyFiltersBuilder headers(HeaderSettings chosen) {
        return headers(HeaderPlan.constant(chosen));
    }

    /** Which security headers are sent, and which later. */
    public SeaworthyFiltersBuilder headers(HeaderPlan chosen) {
        headers = chosen;
        return this;
    }

    /** The clock. */
    public SeaworthyFiltersBuilder time(TimeSource source) {
        time = source;
        return this;
    }

    /** Where things are counted. */
    public SeaworthyFiltersBuilder telemetry(Telemetry counters) {
        telemetry = counters;
        return this;
    }

    /** Wires it all. */
    public SeaworthyFilters build() {
        Alerts told = alerts != null ? alerts : inBackground();
        ErrorDeskBuilder desk = ErrorDesk.builder()
                .settings(errors)
                .rules(rules)
                .rule(BodyRefusedException.RULE)
                .frameworkRules(ContainerRules.present())
                .constraints(constraints)
                .time(time)
                .telemetry(telemetry)
                .alerts(told);
        if (texts != null) {
            desk.texts(texts);
        }
        List<ResponseDecorator> all = new ArrayList<>(decorators);
        all.add(new HeadersOfLastResort(headers, new CallerScheme(new ClientResolver(trustedProxies))));
        return new SeaworthyFilters(new SeaworthyFilters.Parts(
                time,
                telemetry,
                errors,
                desk.build(),
                new ProblemWriter(all, telemetry),
                owner,
                observer,
                correlation,
                trustedProxies,
                requestLog,
                users,
                headers,
                budget,
                told,
                new RateLimits.Choice(limits, builtInLimit, limitFields)));
    }

    private Alerts inBackground() {
        AlertsBuilder builder = Alerts.builder().time(time).telemetry(telemetry);
        if (alertSinks.isEmpty()) {
            builder.sink("log", AlertSink.log(), Alert.Severity.INFO);
        }
        return builder.sinks(alertSinks).build();
    }
}
