// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet;

import dev.seaworthy.core.alert.AlertSink;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.client.Networks;
import dev.seaworthy.core.correlation.CorrelationSettings;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.desk.ErrorDeskBuilder;
import dev.seaworthy.core.error.desk.ErrorSettings;
import dev.seaworthy.core.error.text.ProblemTexts;
import dev.seaworthy.core.logging.request.RequestLogSettings;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.servlet.error.ErrorPageOwner;
import dev.seaworthy.servlet.error.FailureObserver;
import dev.seaworthy.servlet.error.ProblemWriter;
import dev.seaworthy.servlet.error.ResponseDecorator;
import dev.seaworthy.servlet.jetty.JettyFailureRule;
import dev.seaworthy.servlet.logging.UserContext;
import dev.seaworthy.servlet.tomcat.TomcatFailureRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets {@link SeaworthyFilters} up. Everything is optional. Not thread-safe; what it builds is. */
public final class SeaworthyFiltersBuilder {

    private final List<FailureRule> rules = new ArrayList<>();
    private final List<ResponseDecorator> decorators = new ArrayList<>();
    private final List<AlertSink> alertSinks = new ArrayList<>();
    private ErrorSettings errors = ErrorSettings.withDefaults();
    private CorrelationSettings correlation = CorrelationSettings.withDefaults();
    private RequestLogSettings requestLog = RequestLogSettings.withDefaults();
    private UserContext users = UserContext.PRINCIPAL;
    private Networks trustedProxies = Networks.none();
    private Map<String, String> constraints = Map.of();
    private TimeSource time = TimeSource.system();
    private Telemetry telemetry = new Telemetry();
    private ErrorPageOwner owner = ErrorPageOwner.NONE;
    private FailureObserver observer = FailureObserver.NONE;
    private @Nullable ProblemTexts texts;

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

    /** One more place where alerts go; without any, nobody is told. */
    public SeaworthyFiltersBuilder alertSink(AlertSink sink) {
        alertSinks.add(sink);
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
        ErrorDeskBuilder desk = ErrorDesk.builder()
                .settings(errors)
                .rules(rules)
                .frameworkRules(containerRules())
                .constraints(constraints)
                .time(time)
                .telemetry(telemetry)
                .alerts(new Alerts(time, telemetry, alertSinks));
        if (texts != null) {
            desk.texts(texts);
        }
        return new SeaworthyFilters(new SeaworthyFilters.Parts(
                time,
                telemetry,
                errors,
                desk.build(),
                new ProblemWriter(decorators, telemetry),
                owner,
                observer,
                correlation,
                trustedProxies,
                requestLog,
                users));
    }

    private static List<FailureRule> containerRules() {
        List<FailureRule> present = new ArrayList<>();
        if (isPresent("org.apache.catalina.connector.ClientAbortException")) {
            present.add(new TomcatFailureRule());
        }
        if (isPresent("org.eclipse.jetty.http.HttpException")) {
            present.add(new JettyFailureRule());
        }
        return present;
    }

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, SeaworthyFiltersBuilder.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
