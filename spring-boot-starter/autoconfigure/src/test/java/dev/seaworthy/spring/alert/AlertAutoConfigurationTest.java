// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.AlertSettings;
import dev.seaworthy.core.alert.AlertSink;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.alert.AlertsBuilder;
import dev.seaworthy.core.alert.http.PagerDutySink;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.desk.AlarmSettings;
import dev.seaworthy.core.report.Finding;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.spring.error.ErrorAutoConfiguration;
import dev.seaworthy.spring.report.ReportAutoConfiguration;
import dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration;
import dev.seaworthy.spring.time.TimeAutoConfiguration;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AlertAutoConfigurationTest {

    private static final AutoConfigurations OURS = AutoConfigurations.of(
            TimeAutoConfiguration.class,
            TelemetryAutoConfiguration.class,
            AlertAutoConfiguration.class,
            ErrorAutoConfiguration.class,
            ReportAutoConfiguration.class);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SLACK = "https://hooks.slack.com/services/T0/B0/s3cret";
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final ApplicationContextRunner app = new ApplicationContextRunner().withConfiguration(OURS);
    private final List<Alert> told = new CopyOnWriteArrayList<>();

    @Test
    void theLogIsToldByDefaultOfWhatItDoesNotHave(CapturedOutput output) {
        app.run(context -> {
            Alerts alerts = context.getBean(Alerts.class);
            assertThat(alerts.sinks()).containsExactly("log");
            alerts.raise(new Alert("STRIPE_DOWN", "stripe", "Stripe does not answer.", null));
            await().until(() -> output.getAll().contains("STRIPE_DOWN stripe: Stripe does not answer."));

            context.getBean(ErrorDesk.class).report(new IllegalStateException("a bug"), Locale.ENGLISH);
        });
        assertThat(output.getAll())
                .contains("INTERNAL_ERROR (500) error")
                .as("a failure is one event")
                .doesNotContainPattern("INTERNAL_ERROR [0-9a-f]{16}: ");
    }

    @Test
    void theAppsOwnSinksAreToldAndNamedAfterTheirBeans() {
        app.withBean("mail", AlertSink.class, () -> told::add).run(context -> {
            assertThat(context.getBean(Alerts.class).sinks()).containsExactlyInAnyOrder("log", "mail");
            context.getBean(ErrorDesk.class).report(new IllegalStateException("a bug"), Locale.ENGLISH);
            await().until(() -> told.size() == 1);
        });
    }

    @Test
    void propertiesBringSinksWithTheirSeverities() {
        app.withPropertyValues(
                        "seaworthy.alert.webhook.url=https://hooks.example.com/t0ken",
                        "seaworthy.alert.webhook.secret=" + SECRET,
                        "seaworthy.alert.slack.url=" + SLACK,
                        "seaworthy.alert.pagerduty.routing-key=" + KEY)
                .run(context -> {
                    assertThat(context.getBean(Alerts.class).sinks())
                            .containsExactlyInAnyOrder("log", "webhook", "slack", "pagerduty");
                    RoomReport report = report(context.getBean("seaworthyAlertReporter", Reporter.class));
                    assertThat(report.settings())
                            .containsEntry("webhook.min-severity", "info")
                            .containsEntry("pagerduty.min-severity", "error");
                    assertThat(report.findings()).isEmpty();
                    assertThat(report.toString()).doesNotContain("t0ken", "s3cret", SECRET, KEY);
                    assertThat(context.getBean(AlertProperties.class).toString())
                            .doesNotContain("t0ken", "s3cret", SECRET, KEY);
                });
    }

    @Test
    void emptyVariablesAskForNothing() {
        app.withPropertyValues(
                        "seaworthy.alert.webhook.url=",
                        "seaworthy.alert.webhook.secret=",
                        "seaworthy.alert.slack.url=${SLACK_URL:}",
                        "seaworthy.alert.pagerduty.routing-key= ")
                .run(context ->
                        assertThat(context.getBean(Alerts.class).sinks()).containsExactly("log"));
    }

    @Test
    void aSinkFromAPropertySendsOnTheWire() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        server.start();
        try {
            app.withPropertyValues(
                            "spring.application.name=shop",
                            "seaworthy.alert.slack.url=http://127.0.0.1:"
                                    + server.getAddress().getPort() + "/s3cret",
                            "seaworthy.alert.runbook-base=https://wiki.example.com/books")
                    .run(context -> {
                        context.getBean(Alerts.class).raise(new Alert("STRIPE_DOWN", "stripe", "It is down.", null));
                        await().until(() -> bodies.size() == 1);
                        assertThat(report(context.getBean("seaworthyAlertReporter", Reporter.class))
                                        .findings())
                                .singleElement()
                                .extracting(Finding::text)
                                .asString()
                                .startsWith("seaworthy.alert.slack.url is an http address");
                    });
            assertThat(bodies.get(0)).contains("shop").contains("https://wiki.example.com/books/STRIPE_DOWN");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void switchedOffNobodyIsTold(CapturedOutput output) {
        app.withBean("mail", AlertSink.class, () -> told::add)
                .withPropertyValues("seaworthy.alert.enabled=false", "seaworthy.alert.slack.url=" + SLACK)
                .run(context -> {
                    context.getBean(Alerts.class).raise(new Alert("STRIPE_DOWN", "stripe", "It is down.", null));
                    RoomReport report = report(context.getBean("seaworthyAlertReporter", Reporter.class));
                    assertThat(report.enabled()).isFalse();
                    assertThat(report.settings()).containsEntry("told", "nobody");
                    assertThat(report.findings()).isEmpty();
                });
        assertThat(told).isEmpty();
        assertThat(output.getAll()).doesNotContain("STRIPE_DOWN");
    }

    @Test
    void theReportSaysWhenNobodyIsWokenOrTold() {
        app.run(context -> assertThat(report(context.getBean("seaworthyAlertReporter", Reporter.class))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.INFO);
                    assertThat(finding.text()).startsWith("alerts go to the log only");
                }));
        app.withPropertyValues("seaworthy.alert.log.enabled=false")
                .run(context -> assertThat(report(context.getBean("seaworthyAlertReporter", Reporter.class))
                                .findings())
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARN);
                            assertThat(finding.text()).startsWith("nobody is told");
                        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cool-down=0s | seaworthy.alert.cool-down must be from PT1S to PT24H, got 'PT0S'; write for example 5m",
                "resolve-after=2h | seaworthy.alert.resolve-after must be from PT0S to PT1H, got 'PT2H'; write for example 30s",
                "window=0s | seaworthy.alert.window must be from PT1S to PT1H, got 'PT0S'; write for example 1m",
                "close-within=5m | seaworthy.alert.close-within must be from PT0S to PT1M, got 'PT5M'; write for example 5s",
                "thresholds.bugs=3 | seaworthy.alert.thresholds must name failures that are told, got 'bugs'; write one of",
                "thresholds.bug=-3 | seaworthy.alert.thresholds.bug must not be negative, got '-3'; write 1",
                "runbook-base=wiki | seaworthy.alert.runbook-base must be an http or https address, got 'wiki'; write",
                "webhook.url=https://h.example.com/s3cret | seaworthy.alert.webhook.secret must be set where the other of url"
                        + " and secret is, got none; write what this prints: echo whsec_$(openssl rand -base64 32)",
                "webhook.secret=s3cret | seaworthy.alert.webhook.url must be set where the other of url and secret is",
                "slack.url=hooks.slack.com/s3cret | seaworthy.alert.slack.url must be an https address, got '***' (not shown",
                "slack.url=https:// s3cret | seaworthy.alert.slack.url must be an https address, got '***' (not shown",
                "pagerduty.routing-key=s3cret | seaworthy.alert.pagerduty.routing-key cannot be used: PagerDuty routing key",
                "pagerduty.url=s3cret | seaworthy.alert.pagerduty.url must be an https address, got '***' (not shown",
            })
    void badValuesStopTheStartInWordsAndWithoutASecret(String property, String words) {
        app.withPropertyValues("seaworthy.alert." + property).run(context -> {
            Throwable failure = context.getStartupFailure();
            assertThat(failure).isNotNull();
            assertThat(failure).rootCause().hasMessageStartingWith(words);
            for (Throwable link = failure; link != null; link = link.getCause()) {
                assertThat(link.toString()).doesNotContain("s3cret");
            }
        });
    }

    @Test
    void aWeakWebhookSecretStopsTheStartWithoutBeingRepeated() {
        app.withPropertyValues(
                        "seaworthy.alert.webhook.url=https://hooks.example.com",
                        "seaworthy.alert.webhook.secret=hunter2")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining(
                                "seaworthy.alert.webhook.secret cannot be used: webhook secret must be whsec_")
                        .satisfies(failure ->
                                assertThat(failure.getCause().toString()).doesNotContain("hunter2")));
    }

    @Test
    void thresholdsReachTheErrorDesk() {
        app.withBean("mail", AlertSink.class, () -> told::add)
                .withPropertyValues("seaworthy.alert.thresholds.bug=3", "seaworthy.alert.window=10s")
                .run(context -> {
                    assertThat(context.getBean(AlarmSettings.class).threshold(FailureClass.BUG))
                            .isEqualTo(3);
                    ErrorDesk desk = context.getBean(ErrorDesk.class);
                    for (int i = 0; i < 3; i++) {
                        desk.report(new IllegalStateException("a bug"), Locale.ENGLISH);
                    }
                    await().until(() -> told.size() == 1);
                    assertThat(told.get(0).text()).endsWith("3 or more within 10 s");
                });
    }

    @Test
    void aLostDatabaseIsToldOnceAndToldToBeBack() {
        AtomicBoolean up = new AtomicBoolean(false);
        DataSource database = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (!up.get()) {
                        throw new SQLException("gone", "08001");
                    }
                    return Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (self, called, with) -> called.getName().equals("isValid") ? true : null);
                });
        app.withBean(DataSource.class, () -> database)
                .withBean("mail", AlertSink.class, () -> told::add)
                .withPropertyValues("seaworthy.alert.resolve-after=0s")
                .run(context -> {
                    ErrorDesk desk = context.getBean(ErrorDesk.class);
                    desk.report(new SQLException("gone", "08001"), Locale.ENGLISH);
                    desk.report(new SQLException("gone", "08001"), Locale.ENGLISH);
                    await().until(() -> told.size() == 1);
                    context.getBean(Alerts.class).settle();

                    up.set(true);
                    context.getBean(Alerts.class).settle();
                    await().until(() -> told.size() == 2);
                });
        assertThat(told.get(0).code()).isEqualTo("DATABASE_UNAVAILABLE");
        assertThat(told.get(1).text()).startsWith("Resolved after");
    }

    @Test
    void theEndOfTheAppTellsWhatWasHeldBack() {
        app.withBean("mail", AlertSink.class, () -> told::add).run(context -> {
            Alerts alerts = context.getBean(Alerts.class);
            alerts.raise(new Alert("STRIPE_DOWN", "stripe", "It is down.", null));
            alerts.raise(new Alert("STRIPE_DOWN", "stripe", "It is down.", null));
        });
        assertThat(told)
                .hasSize(2)
                .last()
                .satisfies(alert -> assertThat(alert.text()).startsWith("Goes on, raised once more"));
    }

    @Test
    void everyBeanCanBeReplaced() {
        Alerts own = new Alerts(TimeSource.system(), new Telemetry(), List.of());
        app.withBean("own", Alerts.class, () -> own)
                .run(context -> assertThat(context.getBean(Alerts.class)).isSameAs(own));
        AlertSettings settings = AlertSettings.withDefaults();
        app.withBean("own", AlertSettings.class, () -> settings)
                .run(context -> assertThat(context.getBean(AlertSettings.class)).isSameAs(settings));
        AlarmSettings alarms = AlarmSettings.withDefaults();
        app.withBean("own", AlarmSettings.class, () -> alarms)
                .run(context -> assertThat(context.getBean(AlarmSettings.class)).isSameAs(alarms));
        for (String name : List.of(SinkNames.LOG, SinkNames.WEBHOOK, SinkNames.SLACK, SinkNames.PAGER_DUTY)) {
            AlertSink sink = told::add;
            app.withBean(name, AlertSink.class, () -> sink)
                    .withPropertyValues(
                            "seaworthy.alert.webhook.url=https://hooks.example.com",
                            "seaworthy.alert.webhook.secret=" + SECRET,
                            "seaworthy.alert.slack.url=" + SLACK,
                            "seaworthy.alert.pagerduty.routing-key=" + KEY)
                    .run(context -> assertThat(context.getBean(name)).isSameAs(sink));
        }
    }

    @Test
    void aReactiveAppTellsToo() {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(OURS)
                .run(context ->
                        assertThat(context.getBean(Alerts.class).sinks()).containsExactly("log"));
    }

    @Test
    void defaultsAreTheOnesOfCore() {
        app.run(context -> {
            AlertProperties properties = context.getBean(AlertProperties.class);
            assertThat(properties.settings()).isEqualTo(AlertSettings.withDefaults());
            assertThat(properties.alarms()).isEqualTo(new AlarmSettings(AlarmSettings.WINDOW, Map.of()));
            assertThat(properties.closeWithin()).isEqualTo(AlertsBuilder.CLOSE_WITHIN);
            assertThat(properties.pagerduty().url()).isEqualTo(PagerDutySink.ADDRESS.toString());
            assertThat(properties.coolDown()).isEqualTo(Duration.ofMinutes(5));
        });
    }

    private static RoomReport report(Reporter reporter) {
        return reporter.report();
    }
}
