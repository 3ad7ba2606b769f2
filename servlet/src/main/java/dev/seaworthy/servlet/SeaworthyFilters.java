// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet;

import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.client.Networks;
import dev.seaworthy.core.correlation.CorrelationResolver;
import dev.seaworthy.core.correlation.CorrelationSettings;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.desk.ErrorSettings;
import dev.seaworthy.core.headers.HeaderPlan;
import dev.seaworthy.core.logging.request.RequestLog;
import dev.seaworthy.core.logging.request.RequestLogSettings;
import dev.seaworthy.core.report.StartupReport;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.core.validation.budget.RequestBudget;
import dev.seaworthy.servlet.client.CallerScheme;
import dev.seaworthy.servlet.correlation.CorrelationFilter;
import dev.seaworthy.servlet.error.ErrorFilter;
import dev.seaworthy.servlet.error.ErrorPageOwner;
import dev.seaworthy.servlet.error.FailureObserver;
import dev.seaworthy.servlet.error.LastResortHeaders;
import dev.seaworthy.servlet.error.ProblemWriter;
import dev.seaworthy.servlet.headers.HeadersFilter;
import dev.seaworthy.servlet.headers.HeadersOfLastResort;
import dev.seaworthy.servlet.headers.SessionCookies;
import dev.seaworthy.servlet.logging.RequestEndListener;
import dev.seaworthy.servlet.logging.RequestLogFilter;
import dev.seaworthy.servlet.logging.UserContext;
import dev.seaworthy.servlet.logging.UserFilter;
import dev.seaworthy.servlet.outbound.DeadlineFilter;
import dev.seaworthy.servlet.outbound.DeadlineSettings;
import dev.seaworthy.servlet.validation.BudgetFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All of Seaworthy for an app on plain servlets, wired once:
 *
 * <pre>{@code
 * SeaworthyFilters.withDefaults().register(servletContext);
 * }</pre>
 *
 * <p>What a container refuses before any filter runs is not covered: for an embedded server install
 * {@link dev.seaworthy.servlet.tomcat.SeaworthyTomcat} or {@link dev.seaworthy.servlet.jetty.SeaworthyJetty} as well; an app
 * in somebody else's container gets that container's pages there. Immutable, thread-safe.
 */
public final class SeaworthyFilters {

    private final Telemetry telemetry;
    private final ErrorDesk desk;
    private final ProblemWriter writer;
    private final CorrelationResolver correlations;
    private final CorrelationSettings correlationSettings;
    private final CorrelationFilter correlationFilter;
    private final DeadlineFilter deadlineFilter;
    private final RequestLogFilter requestLogFilter;
    private final UserFilter userFilter;
    private final ErrorFilter errorFilter;
    private final HeaderPlan headers;
    private final HeadersFilter headersFilter;
    private final HeadersOfLastResort lastResort;
    private final BudgetFilter budgetFilter;
    private final RateLimits rateLimits;
    private final StartupReport report;
    private final Alerts alerts;

    SeaworthyFilters(Parts parts) {
        this.telemetry = parts.telemetry();
        this.alerts = parts.alerts();
        this.desk = parts.desk();
        this.writer = parts.writer();
        this.correlationSettings = parts.correlation();
        this.correlations = new CorrelationResolver(correlationSettings, telemetry, () -> null);
        this.correlationFilter =
                new CorrelationFilter(correlationSettings, correlations, new ClientResolver(parts.trustedProxies()));
        this.deadlineFilter = new DeadlineFilter(DeadlineSettings.withDefaults(), parts.time(), telemetry);
        ClientResolver clients = new ClientResolver(parts.trustedProxies());
        this.requestLogFilter = new RequestLogFilter(
                new RequestLog(parts.requestLog(), telemetry), clients, parts.users(), parts.time(), telemetry);
        this.userFilter = new UserFilter(parts.users(), null);
        this.errorFilter = new ErrorFilter(desk, writer, parts.owner(), parts.observer());
        CallerScheme scheme = new CallerScheme(new ClientResolver(parts.trustedProxies()));
        this.headers = parts.headers();
        this.headersFilter = new HeadersFilter(headers, scheme);
        this.lastResort = new HeadersOfLastResort(headers, scheme);
        this.budgetFilter = new BudgetFilter(parts.budget(), desk, writer, parts.time(), telemetry);
        this.rateLimits = new RateLimits(parts);
        this.report = new StartupReport(List.of(
                () -> RoomReports.correlation(parts.correlation(), parts.trustedProxies()),
                () -> RoomReports.logging(parts.requestLog()),
                () -> RoomReports.headers(headers.now()),
                () -> RoomReports.alert(alerts.sinks()),
                () -> RoomReports.error(parts.errors()),
                () -> parts.budget().report(true),
                rateLimits::report));
    }

    record Parts(
            TimeSource time,
            Telemetry telemetry,
            ErrorSettings errors,
            ErrorDesk desk,
            ProblemWriter writer,
            ErrorPageOwner owner,
            FailureObserver observer,
            CorrelationSettings correlation,
            Networks trustedProxies,
            RequestLogSettings requestLog,
            UserContext users,
            HeaderPlan headers,
            RequestBudget budget,
            Alerts alerts,
            RateLimits.Choice rateLimit) {}

    /** What fits most apps. */
    public static SeaworthyFilters withDefaults() {
        return builder().build();
    }

    /** What fits this app. */
    public static SeaworthyFiltersBuilder builder() {
        return new SeaworthyFiltersBuilder();
    }

    /**
     * Adds the filters in the order of {@link FilterOrder}, before those declared in {@code web.xml}, for every path and
     * dispatch, and logs what is on. Call it while the context starts, before other filters are added.
     *
     * @throws IllegalStateException if they are there already, or the context has started
     */
    public void register(ServletContext context) {
        Map<FilterOrder, Filter> filters = new EnumMap<>(FilterOrder.class);
        filters.putAll(rateLimits.filters());
        filters.put(FilterOrder.CORRELATION, correlationFilter);
        filters.put(FilterOrder.DEADLINE, deadlineFilter);
        filters.put(FilterOrder.LOGGING, requestLogFilter);
        filters.put(FilterOrder.HEADERS, headersFilter);
        filters.put(FilterOrder.ERROR, errorFilter);
        filters.put(FilterOrder.VALIDATION, budgetFilter);
        filters.put(FilterOrder.USER, userFilter);
        filters.forEach((place, filter) -> add(context, place, filter));
        SessionCookies.harden(context, headers.now().cookies());
        context.addListener(new RequestEndListener());
        report.log();
    }

    private static void add(ServletContext context, FilterOrder place, Filter filter) {
        String name = "seaworthy-" + place.name().toLowerCase(Locale.ROOT);
        FilterRegistration.Dynamic registration = context.addFilter(name, filter);
        if (registration == null) {
            throw new IllegalStateException(
                    "servlet context must not have the filters twice, got '" + name + "' again; register them once");
        }
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }

    /** Where the app's own code reports failures. */
    public ErrorDesk errorDesk() {
        return desk;
    }

    /** Answers with a problem that the app's own code detected. */
    public ProblemWriter problemWriter() {
        return writer;
    }

    /** For work without a request, and for a container's error page. */
    public CorrelationResolver correlations() {
        return correlations;
    }

    /** The response header that tells the correlation id. */
    public String correlationHeader() {
        return correlationSettings.responseHeader();
    }

    /** The headers for a container's error page; a Tomcat valve gets them through the problem writer. */
    public LastResortHeaders lastResortHeaders() {
        return lastResort;
    }

    /** What is counted. */
    public Telemetry telemetry() {
        return telemetry;
    }

    /** Who is told. Close them when the app ends, so that what is being sent still arrives. */
    public Alerts alerts() {
        return alerts;
    }

    /** What is on, and what looks wrong. */
    public StartupReport report() {
        return report;
    }
}
