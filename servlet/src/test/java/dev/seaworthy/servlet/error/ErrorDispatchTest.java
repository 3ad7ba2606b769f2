// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawHttp;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Failures outside of the filter reach it again as an error dispatch, where the app has an error page. */
class ErrorDispatchTest {

    private final RecordingDesk desk = new RecordingDesk();

    @TestFactory
    Stream<DynamicTest> failureOutsideOfTheFilterIsAnsweredByWhoeverOwnsIt() {
        return Stream.of(
                DynamicTest.dynamicTest(
                        "Tomcat",
                        () -> check(new TomcatTestServer(this::assemble, tomcat -> {
                            ErrorPage page = new ErrorPage();
                            page.setLocation("/own-page");
                            ((org.apache.catalina.Context) tomcat.getHost().findChildren()[0]).addErrorPage(page);
                        }))),
                DynamicTest.dynamicTest(
                        "Jetty",
                        () -> check(new JettyTestServer(this::assemble, server -> {
                            ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
                            pages.addErrorPage(ErrorPageErrorHandler.GLOBAL_ERROR_PAGE, "/own-page");
                            ((ServletContextHandler) server.getHandler()).setErrorHandler(pages);
                        }))));
    }

    private void check(TestServer server) throws Exception {
        try (server) {
            desk.clear();
            RawHttp http = new RawHttp(server.uri(), Duration.ofSeconds(20));
            RawAnswer thrown = http.exchange(request(http, "X-Outer: throw\r\n"), false);
            ErrorFilterContract.assertProblem(thrown, 500, "INTERNAL_ERROR");
            assertThat(desk.only().failure()).hasMessage("outside");

            desk.clear();
            RawAnswer sent = http.exchange(request(http, "X-Outer: send\r\n"), false);
            ErrorFilterContract.assertProblem(sent, 410, "GONE");
            desk.only();

            desk.clear();
            RawAnswer own = http.exchange(request(http, "X-Outer: send\r\nX-App-Owns-It: yes\r\n"), false);
            assertThat(own.status()).isEqualTo(410);
            assertThat(own.body()).isEqualTo("own page");
            RawAnswer inner = http.exchange(request(http, "X-App-Owns-It: yes\r\n"), false);
            assertThat(inner.status()).isEqualTo(500);
            assertThat(inner.body()).isEqualTo("own page");
            assertThat(desk.entries()).isEmpty();
        }
    }

    private static String request(RawHttp http, String headers) {
        return "GET /failing HTTP/1.1\r\nHost: " + http.authority() + "\r\n" + headers + "\r\n";
    }

    private void assemble(ServletContext context) {
        FilterRegistration.Dynamic outer = context.addFilter("outer", (request, response, chain) -> {
            String how = ((HttpServletRequest) request).getHeader("X-Outer");
            if ("throw".equals(how)) {
                throw new IllegalStateException("outside");
            } else if ("send".equals(how)) {
                ((HttpServletResponse) response).sendError(410);
            } else {
                chain.doFilter(request, response);
            }
        });
        outer.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
        ErrorFilter filter = new ErrorFilter(
                desk,
                new ProblemWriter(
                        List.of((request, response, problem) -> response.setHeader("X-Decorated", problem.code())),
                        new Telemetry()),
                (request, status) -> request.getHeader("X-App-Owns-It") != null,
                FailureObserver.NONE);
        FilterRegistration.Dynamic error = context.addFilter("error", filter);
        error.setAsyncSupported(true);
        error.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, "/*");
        context.addServlet("failing", new Failing()).addMapping("/failing");
        context.addServlet("own", new OwnPage()).addMapping("/own-page");
    }

    private static final class Failing extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            throw new IllegalStateException("inside");
        }
    }

    private static final class OwnPage extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("own page");
        }
    }
}
