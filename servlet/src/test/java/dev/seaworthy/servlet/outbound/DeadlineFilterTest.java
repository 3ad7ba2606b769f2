// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.outbound.deadline.CallScope;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.servlet.error.JettyTestServer;
import dev.seaworthy.servlet.error.TestServer;
import dev.seaworthy.servlet.error.TomcatTestServer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineFilterTest {

    enum Container {
        TOMCAT,
        JETTY
    }

    private final Telemetry telemetry = new Telemetry();
    private TestServer server;

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRequestsDeadlineIsThatOfItsThread(Container container) throws Exception {
        start(container);
        assertThat(get("/look", "X-Request-Timeout-Ms", "2500")).isEqualTo("within 2500, attempt 1");
        assertThat(get("/look", "X-Request-Timeout-Ms", "2500", "X-Request-Attempt", "3"))
                .isEqualTo("within 2500, attempt 3");
        assertThat(get("/look")).isEqualTo("no scope");
    }

    @ParameterizedTest
    @EnumSource
    void itRunsOnOverAnAsynchronousDispatch(Container container) throws Exception {
        start(container);
        assertThat(get("/async", "X-Request-Timeout-Ms", "2500")).isEqualTo("within 2500, attempt 1");
    }

    @Test
    void aThreadIsLeftAsItWas() throws Exception {
        start(Container.JETTY);
        for (int i = 0; i < 20; i++) {
            assertThat(get("/look", "X-Request-Timeout-Ms", "1000")).startsWith("within 1000");
            assertThat(get("/look")).isEqualTo("no scope");
        }
    }

    @ParameterizedTest
    @CsvSource({"999999999, 300000", "300001, 300000", "0, 0"})
    void tooMuchIsCutAndNothingIsNothing(String sent, long within) throws Exception {
        start(Container.TOMCAT);
        assertThat(get("/look", "X-Request-Timeout-Ms", sent)).isEqualTo("within " + within + ", attempt 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "9999999999", "1e3", "5s", "0x10", "٣"})
    void nonsenseIsIgnoredAndCounted(String sent) throws Exception {
        start(Container.JETTY);
        assertThat(get("/look", "X-Request-Timeout-Ms", new String(sent.getBytes("UTF-8"), "ISO-8859-1")))
                .isEqualTo("no scope");
        assertThat(telemetry.total("seaworthy.outbound.deadline-refused")).isEqualTo(1);
    }

    @Test
    void twoDeadlinesAreNone() throws Exception {
        start(Container.TOMCAT);
        assertThat(get("/look", "X-Request-Timeout-Ms", "10", "X-Request-Timeout-Ms", "20"))
                .isEqualTo("no scope");
        assertThat(telemetry.total("seaworthy.outbound.deadline-refused")).isEqualTo(1);
    }

    @Test
    void settingsTeach() {
        assertThatThrownBy(() -> new DeadlineSettings("X Deadline", "X-Request-Attempt", Duration.ofMinutes(1)))
                .hasMessage("deadline.header must be the name of a header, got 'X Deadline'; write for example"
                        + " X-Request-Timeout-Ms");
        assertThatThrownBy(() -> new DeadlineSettings("X-A", "X-B", Duration.ZERO))
                .hasMessage("deadline.max must be more than nothing, got 'PT0S'; write for example 5m");
    }

    private void start(Container container) throws Exception {
        server = container == Container.TOMCAT
                ? new TomcatTestServer(this::app, tomcat -> {})
                : new JettyTestServer(this::app, jetty -> {});
    }

    private void app(ServletContext context) {
        FilterRegistration.Dynamic filter = context.addFilter(
                "deadline", new DeadlineFilter(DeadlineSettings.withDefaults(), TimeSource.system(), telemetry));
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC), false, "/*");
        ServletRegistration.Dynamic look = context.addServlet("look", new Look());
        look.setAsyncSupported(true);
        look.addMapping("/*");
    }

    private String get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }

    static class Look extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals("/async") && request.getDispatcherType() == DispatcherType.REQUEST) {
                AsyncContext async = request.startAsync();
                async.dispatch("/look");
                return;
            }
            response.getWriter().write(words());
        }

        /** The bound that the test named, unless time ran backwards or stood still. */
        private static String words() {
            CallScope scope = CallScope.current();
            if (scope == null) {
                return "no scope";
            }
            long left =
                    scope.deadline() == null ? -1 : scope.deadline().remaining().toMillis();
            for (long bound : new long[] {0, 1000, 2500, 300_000}) {
                if (left >= 0 && left <= bound) {
                    return "within " + bound + ", attempt " + scope.attempt();
                }
            }
            return "too much: " + left;
        }
    }
}
