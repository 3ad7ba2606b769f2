// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.error.rule.HttpStatuses;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.test.LogEvents;
import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawAnswer.End;
import dev.seaworthy.test.http.RawHttp;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the filter promises, over real sockets; every container passes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ErrorFilterContract {

    @FunctionalInterface
    interface Handler {
        void handle(HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    final RecordingDesk desk;
    final Telemetry telemetry = new Telemetry();
    final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    final List<Throwable> observed = new ArrayList<>();
    final ProblemWriter writer = new ProblemWriter(
            List.of(
                    (request, response, problem) -> {
                        throw new IllegalStateException("broken decorator");
                    },
                    (request, response, problem) -> response.setHeader("X-Decorated", problem.code())),
            telemetry);
    private final TestServer.Starter starter;
    private TestServer server;
    private RawHttp http;
    private LogEvents logs;

    ErrorFilterContract(TestServer.Starter starter, FailureRule rule) {
        this.starter = starter;
        this.desk = new RecordingDesk(rule);
    }

    @BeforeAll
    void start() throws Exception {
        logs = LogEvents.capture();
        server = starter.start(this::assemble);
        http = new RawHttp(server.uri(), Duration.ofSeconds(20));
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
        logs.close();
    }

    @BeforeEach
    void forget() {
        desk.clear();
        observed.clear();
    }

    private void assemble(ServletContext context) {
        ErrorFilter filter = new ErrorFilter(
                desk,
                writer,
                (request, status) -> {
                    String answer = String.valueOf(request.getHeader("X-App-Owns-It"));
                    if (answer.equals("broken")) {
                        throw new IllegalStateException("cannot tell");
                    }
                    return answer.equals("yes");
                },
                (request, failure) -> observed.add(failure));
        FilterRegistration.Dynamic error = context.addFilter("error", filter);
        error.setAsyncSupported(true);
        error.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
        ServletRegistration.Dynamic app = context.addServlet("app", new App());
        app.setAsyncSupported(true);
        app.setMultipartConfig(new MultipartConfigElement("", 1_000, 2_000, 0));
        app.addMapping("/app/*");
        context.addServlet("readonly", new ReadOnly()).addMapping("/readonly");
    }

    private final class App extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            Object included = request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO);
            String path = included == null ? request.getPathInfo() : included.toString();
            try {
                handlers.get(path.substring(1)).handle(request, response);
            } catch (ServletException | IOException | RuntimeException known) {
                throw known;
            } catch (Exception checked) {
                throw new ServletException(checked);
            }
        }
    }

    private static final class ReadOnly extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
    }

    RawAnswer get(String headers, Handler handler) {
        return ask("GET", headers, handler);
    }

    RawAnswer ask(String method, String headers, Handler handler) {
        handlers.put("it", handler);
        return http.exchange(request(method, "/app/it", headers), method.equals("HEAD"));
    }

    private String request(String method, String path, String headers) {
        // Without Connection: close, or Jetty marks the end of the body by closing, and a cut looks like an end.
        return method + ' ' + path + " HTTP/1.1\r\nHost: " + http.authority() + "\r\n"
                + (method.equals("HEAD") ? "Connection: close\r\n" : "") + headers + "\r\n";
    }

    static void assertProblem(RawAnswer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.end()).isEqualTo(End.COMPLETE);
        assertThat(answer.values("Content-Type")).containsExactly("application/problem+json");
        assertThat(answer.body()).startsWith("{\"type\":").endsWith("}").contains("\"code\":\"" + code + "\"");
        assertThat(answer.values("Cache-Control")).containsExactly("no-store");
        assertThat(answer.values("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.values("X-Decorated")).containsExactly(code);
        assertThat(answer.values("Vary")).containsExactly("Accept, Accept-Language");
    }

    @Test
    void aBareServletExceptionDoesNotHideWhatWentWrong() throws Exception {
        get("", (request, response) -> {
            throw new ServletException("Request processing failed", new IllegalStateException("the real one"));
        });

        assertThat(desk.only().failure())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the real one");
    }

    @Test
    void exceptionIsAnsweredReportedAndObservedOnce() throws Exception {
        RawAnswer answer = get("Accept-Language: fr\r\n", (request, response) -> {
            throw new IllegalStateException("secret");
        });

        assertProblem(answer, 500, "INTERNAL_ERROR");
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(answer.header("Content-Language")).contains("fr");
        assertThat(desk.only().failure()).hasMessage("secret");
        assertThat(observed).hasSize(1);
        assertThat(containerComplaints()).isEmpty();
    }

    @Test
    void pageOwnerThatFailsIsNotHeard() throws Exception {
        RawAnswer thrown = get("X-App-Owns-It: broken\r\n", (request, response) -> {
            throw new IllegalStateException("secret");
        });
        assertProblem(thrown, 500, "INTERNAL_ERROR");
        assertThat(desk.only().failure()).hasMessage("secret");

        assertProblem(
                get("X-App-Owns-It: broken\r\n", (request, response) -> response.sendError(409)), 409, "CONFLICT");
        assertThat(containerComplaints()).isEmpty();
    }

    @Test
    void checkedExceptionAssertionAndStackOverflowAreAnswered() throws Exception {
        List<Handler> failures = List.of(
                (request, response) -> {
                    throw new Exception("checked");
                },
                (request, response) -> {
                    throw new AssertionError("never true");
                },
                (request, response) -> overflow(1));
        for (Handler failure : failures) {
            desk.clear();
            assertProblem(get("", failure), 500, "INTERNAL_ERROR");
            desk.only();
        }
    }

    private static int overflow(int depth) {
        return overflow(depth + 1) + 1;
    }

    @Test
    void otherVirtualMachineErrorsAreReportedAndThrownOn() throws Exception {
        get("", (request, response) -> {
            throw new OutOfMemoryError("pretended");
        });

        assertThat(desk.only().failure()).hasMessage("pretended");
    }

    @Test
    void halfWrittenAnswerIsReplacedAndItsHeadersGo() throws Exception {
        RawAnswer answer = get("", (request, response) -> {
            response.setContentType("application/pdf");
            response.setCharacterEncoding("ISO-8859-1");
            response.setContentLength(5000);
            response.setHeader("ETag", "\"1\"");
            response.setHeader("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
            response.setHeader("Content-Encoding", "gzip");
            response.setHeader("Content-Disposition", "attachment");
            response.setHeader("Content-Range", "bytes 0-1/2");
            response.setHeader("Cache-Control", "max-age=60");
            response.setHeader("X-Kept", "yes");
            response.addHeader("Set-Cookie", "a=1");
            response.addHeader("Set-Cookie", "b=2");
            response.getOutputStream().print("half");
            throw new IllegalStateException();
        });

        assertProblem(answer, 500, "INTERNAL_ERROR");
        for (String gone :
                List.of("ETag", "Last-Modified", "Content-Encoding", "Content-Disposition", "Content-Range")) {
            assertThat(answer.values(gone)).as(gone).isEmpty();
        }
        assertThat(answer.values("X-Kept")).containsExactly("yes");
        assertThat(answer.values("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(answer.body()).doesNotContain("half");
    }

    @Test
    void sessionCookieOfAFailedRequestIsSentOnce() {
        RawAnswer answer = get("", (request, response) -> {
            request.getSession(true);
            throw new IllegalStateException();
        });

        assertProblem(answer, 500, "INTERNAL_ERROR");
        assertThat(answer.values("Set-Cookie")).hasSize(1);
    }

    @Test
    void writerAlreadyTakenDoesNotMatter() {
        RawAnswer answer = get("", (request, response) -> {
            response.setContentType("text/plain;charset=ISO-8859-1");
            PrintWriter taken = response.getWriter();
            taken.println("half");
            throw new IllegalStateException();
        });

        assertProblem(answer, 500, "INTERNAL_ERROR");
        assertThat(answer.body()).doesNotContain("half");
    }

    @Test
    void sendErrorBecomesAProblemAndItsMessageStaysHere() throws Exception {
        RawAnswer answer = get("", (request, response) -> {
            response.setHeader("X-Kept", "yes");
            ServletOutputStream out = response.getOutputStream();
            out.print("before");
            response.sendError(418, "secret");
            assertThat(response.isCommitted()).isTrue();
            assertThat(response.getStatus()).isEqualTo(418);
            out.print("after");
            out.flush();
            out.close();
            response.setStatus(200);
            response.setHeader("X-Late", "yes");
            response.flushBuffer();
            assertThatIllegalStateException().isThrownBy(() -> response.sendError(500));
            assertThatIllegalStateException().isThrownBy(response::reset);
        });

        assertProblem(answer, 418, "HTTP_418");
        assertThat(answer.body()).doesNotContain("secret", "before", "after");
        assertThat(answer.values("X-Kept")).containsExactly("yes");
        assertThat(answer.values("X-Late")).isEmpty();
        assertThat(desk.only().failure()).isNull();
        assertThat(containerComplaints()).isEmpty();
    }

    @Test
    void writesThroughAWriterAfterSendErrorAreDiscarded() {
        RawAnswer answer = get("", (request, response) -> {
            PrintWriter out = response.getWriter();
            response.sendError(409);
            out.println("after".repeat(10_000));
            out.printf("%s%n", "after");
            out.flush();
            out.close();
        });

        assertProblem(answer, 409, "CONFLICT");
        assertThat(answer.body()).doesNotContain("after");
    }

    @Test
    void exceptionAfterSendErrorWinsAndIsReportedAlone() throws Exception {
        RawAnswer answer = get("", (request, response) -> {
            response.sendError(404);
            throw new IllegalStateException("why");
        });

        assertProblem(answer, 500, "INTERNAL_ERROR");
        assertThat(desk.only().failure()).hasMessage("why");
    }

    @Test
    void sendErrorBelowErrorStatusesIsTheContainers() throws Exception {
        RawAnswer answer = get("", (request, response) -> response.sendError(304));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(desk.entries()).isEmpty();
    }

    @Test
    void challengeOfTheAppIsKept() {
        for (Handler refusal : List.<Handler>of(
                (request, response) -> {
                    response.setHeader("WWW-Authenticate", "Basic realm=\"app\"");
                    response.sendError(401);
                },
                (request, response) -> {
                    response.setHeader("WWW-Authenticate", "Basic realm=\"app\"");
                    response.setStatus(401);
                })) {
            RawAnswer answer = get("", refusal);
            assertProblem(answer, 401, "UNAUTHENTICATED");
            assertThat(answer.values("WWW-Authenticate")).containsExactly("Basic realm=\"app\"");
        }
    }

    @Test
    void otherEmptyRefusalsAreTheAppsIntention() {
        for (int status : new int[] {401, 403, 404}) {
            RawAnswer answer = get("", (request, response) -> response.setStatus(status));
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).isEmpty();
        }
        RawAnswer own = get("", (request, response) -> {
            response.setStatus(401);
            response.setHeader("WWW-Authenticate", "Basic");
            response.getWriter().print("own words");
        });
        assertThat(own.body()).isEqualTo("own words");
        assertThat(desk.entries()).isEmpty();
    }

    @Test
    void redirectsForwardsAndIncludesPassThrough() throws Exception {
        assertThat(get("", (request, response) -> response.sendRedirect("/elsewhere"))
                        .status())
                .isEqualTo(302);
        handlers.put("part", (request, response) -> {
            response.getWriter().print("part");
            if (request.getDispatcherType() == DispatcherType.INCLUDE) {
                response.sendError(404);
            }
        });
        assertThat(get(
                                "",
                                (request, response) -> request.getRequestDispatcher("/app/part")
                                        .forward(request, response))
                        .body())
                .isEqualTo("part");
        RawAnswer included = get("", (request, response) -> {
            response.getWriter().print("before ");
            request.getRequestDispatcher("/app/part").include(request, response);
            response.getWriter().print(" after");
        });
        assertThat(included.status()).isEqualTo(200);
        assertThat(included.body()).isEqualTo("before part after");
        assertThat(desk.entries()).isEmpty();
    }

    @Test
    void failureBehindAForwardIsReportedOnce() throws Exception {
        handlers.put("failing", (request, response) -> response.sendError(410));
        RawAnswer refused = get(
                "",
                (request, response) ->
                        request.getRequestDispatcher("/app/failing").forward(request, response));
        assertProblem(refused, 410, "GONE");
        desk.only();
    }

    @Test
    void wrongMethodTellsTheAllowedOnes() {
        RawAnswer answer = http.exchange(request("DELETE", "/readonly", ""), false);

        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).contains("GET, HEAD, OPTIONS");
    }

    @Test
    void classificationsHeadersAndRetryAfterAreSent() {
        RawAnswer answer = get("", (request, response) -> {
            throw new ProblemException(
                    Classification.of(FailureClass.RATE_LIMITED)
                            .withRetryAfter(Duration.ofMillis(1_001))
                            .withHeader("X-Limit", "7"),
                    "too often");
        });

        assertProblem(answer, 429, "RATE_LIMITED");
        assertThat(answer.header("Retry-After")).contains("2");
        assertThat(answer.header("X-Limit")).contains("7");
    }

    @Test
    void varyOfTheAppIsMerged() {
        RawAnswer answer = get("", (request, response) -> {
            response.addHeader("Vary", "Origin, accept");
            throw new IllegalStateException();
        });

        assertThat(answer.values("Vary")).containsExactly("Origin, accept, Accept-Language");
    }

    @Test
    void headGetsTheHeadersOnly() {
        Handler failure = (request, response) -> {
            throw new IllegalStateException();
        };
        RawAnswer get = ask("GET", "", failure);
        RawAnswer head = ask("HEAD", "", failure);

        assertThat(head.status()).isEqualTo(500);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(head.header("Content-Length")).isPresent().isEqualTo(get.header("Content-Length"));
    }

    @Test
    void browserGetsAPage() {
        RawAnswer answer = get(
                "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n", (request, response) -> {
                    throw new IllegalStateException();
                });

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(answer.body())
                .startsWith("<!DOCTYPE html>")
                .contains("A &lt;title&gt; &amp; more")
                .doesNotContain("<script");
    }

    @Test
    void xmlClientGetsJsonAndNeverNothing() {
        assertProblem(
                get("Accept: application/xml\r\n", (request, response) -> response.sendError(503)), 503, "UNAVAILABLE");
    }

    @Test
    void appThatOwnsItsErrorsGetsThem() throws Exception {
        RawAnswer sent = get("X-App-Owns-It: yes\r\n", (request, response) -> response.sendError(404));
        assertThat(sent.status()).isEqualTo(404);
        assertThat(sent.values("X-Decorated")).isEmpty();
        RawAnswer thrown = get("X-App-Owns-It: yes\r\n", (request, response) -> {
            throw new IllegalStateException();
        });
        assertThat(thrown.status()).isEqualTo(500);
        assertThat(thrown.values("X-Decorated")).isEmpty();
        assertThat(desk.entries()).isEmpty();
    }

    @Test
    void committedResponseIsCutOffReportedOnceAndNothingIsAppended() throws Exception {
        int mark = logs.mark();
        RawAnswer answer = get("", (request, response) -> {
            response.getOutputStream().print("begun");
            response.flushBuffer();
            throw new IllegalStateException("late");
        });

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.end()).isEqualTo(End.CUT_OFF);
        assertThat(answer.body()).isEqualTo("begun");
        assertThat(desk.only().failure()).hasMessage("late");
        assertThat(observed).hasSize(1);
        assertThat(logs.since(mark)).isEmpty();
        assertThat(containerComplaints()).isEmpty();
    }

    @Test
    void problemOfTheAppIsWrittenAsItIs() throws Exception {
        RawAnswer answer = get("", (request, response) -> {
            response.getWriter().print("before");
            writer.write(request, response, desk.refuse(HttpStatuses.classify(409), request.getLocale()));
        });

        assertProblem(answer, 409, "CONFLICT");
        desk.only();
    }

    @Test
    void callerWhoLeavesIsReportedQuietly() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        handlers.put("it", (request, response) -> {
            try {
                ServletOutputStream out = response.getOutputStream();
                byte[] block = new byte[64 * 1024];
                for (int i = 0; i < 10_000; i++) {
                    out.write(block);
                    out.flush();
                }
            } finally {
                over.countDown();
            }
        });
        int mark = logs.mark();
        http.leave(request("GET", "/app/it", ""));

        assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(desk.only().classification().failureClass()).isEqualTo(FailureClass.CALLER_GONE);
        assertThat(logs.since(mark)).isEmpty();
        assertThat(containerComplaints()).isEmpty();
    }

    @Test
    void oversizedUploadIsTooLarge() throws Exception {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + "a".repeat(5_000)
                + "\r\n--x--\r\n";
        RawAnswer answer = ask(
                "POST",
                "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body,
                (request, response) -> request.getParts());

        assertProblem(answer, 413, "CONTENT_TOO_LARGE");
        desk.only();
    }

    @Test
    void oversizedFormIsTooLarge() throws Exception {
        String body = "a=" + "a".repeat(20_000);
        RawAnswer answer = ask(
                "POST",
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body,
                (request, response) -> {
                    if (request.getParameter("a") == null) {
                        response.sendError(400);
                    }
                });

        assertProblem(answer, 413, "CONTENT_TOO_LARGE");
        desk.only();
    }

    @Test
    void asyncTimeoutIsAnsweredWhenNobodyElseDoes() throws Exception {
        RawAnswer answer = get("", (request, response) -> request.startAsync().setTimeout(100));

        assertProblem(answer, 503, "TIMEOUT");
        assertThat(answer.header("Retry-After")).isPresent();
        desk.only();
        assertThat(containerComplaints()).isEmpty();
    }

    @Test
    void listenerOfTheAppAnswersItsTimeoutFirst() throws Exception {
        handlers.put("own", (request, response) -> {
            response.setStatus(202);
            response.getWriter().print("own words");
        });
        for (boolean dispatch : new boolean[] {true, false}) {
            RawAnswer answer = get("", (request, response) -> {
                AsyncContext async = request.startAsync(request, response);
                async.setTimeout(100);
                async.addListener(new OnTimeout(() -> {
                    if (dispatch) {
                        async.dispatch("/app/own");
                    } else {
                        handlers.get("own").handle(request, response);
                        async.complete();
                    }
                }));
            });
            assertThat(answer.status()).as("%s", answer).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("own words");
        }
        assertThat(desk.entries()).isEmpty();
    }

    @Test
    void asyncDispatchThatFailsIsAnsweredOnce() throws Exception {
        for (boolean withResponse : new boolean[] {true, false}) {
            desk.clear();
            handlers.put("failing", (request, response) -> {
                throw new IllegalStateException("later");
            });
            RawAnswer answer = get("", (request, response) -> {
                AsyncContext async = withResponse ? request.startAsync(request, response) : request.startAsync();
                async.dispatch("/app/failing");
            });
            assertProblem(answer, 500, "INTERNAL_ERROR");
            assertThat(desk.only().failure()).hasMessage("later");
        }
        assertThat(containerComplaints()).isEmpty();
    }

    @Test
    void sendErrorFromAnotherThreadIsAnswered() throws Exception {
        CountDownLatch returned = new CountDownLatch(1);
        RawAnswer answer = get("", (request, response) -> {
            AsyncContext async = request.startAsync(request, response);
            new Thread(() -> {
                        try {
                            returned.await(10, TimeUnit.SECONDS);
                            response.sendError(410);
                            async.complete();
                        } catch (IOException | InterruptedException impossible) {
                            throw new IllegalStateException(impossible);
                        }
                    })
                    .start();
            returned.countDown();
        });

        assertProblem(answer, 410, "GONE");
        desk.only();
    }

    @Test
    void failureAfterStartAsyncEndsTheRequest() throws Exception {
        RawAnswer thrown = get("", (request, response) -> {
            request.startAsync().setTimeout(0);
            throw new IllegalStateException("started");
        });
        assertProblem(thrown, 500, "INTERNAL_ERROR");
        RawAnswer sent = get("", (request, response) -> {
            request.startAsync().setTimeout(0);
            response.sendError(503);
        });
        assertProblem(sent, 503, "UNAVAILABLE");
    }

    @Test
    void timeoutOfACommittedAsyncResponseCutsItOff() throws Exception {
        RawAnswer answer = get("", (request, response) -> {
            response.getOutputStream().print("begun");
            response.flushBuffer();
            request.startAsync(request, response).setTimeout(100);
        });

        assertThat(answer.end()).as("%s", answer).isEqualTo(End.CUT_OFF);
        assertThat(answer.body()).isEqualTo("begun");
        assertThat(desk.only().classification().code()).isEqualTo("TIMEOUT");
        assertThat(containerComplaints()).isEmpty();
    }

    @Test
    void failureOfACommittedAsyncDispatchCutsItOff() throws Exception {
        handlers.put("failing", (request, response) -> {
            throw new IllegalStateException("later");
        });
        RawAnswer answer = get("", (request, response) -> {
            response.getOutputStream().print("begun");
            response.flushBuffer();
            request.startAsync(request, response).dispatch("/app/failing");
        });

        assertThat(answer.end()).as("%s", answer).isEqualTo(End.CUT_OFF);
        assertThat(answer.body()).isEqualTo("begun");
        desk.only();
        assertThat(containerComplaints()).isEmpty();
    }

    @Test
    void runnableOfTheContainerThatFailsIsAnswered() throws Exception {
        RawAnswer answer = get("", (request, response) -> {
            AsyncContext async = request.startAsync();
            async.setTimeout(500);
            async.start(() -> {
                throw new IllegalStateException("in the container's thread");
            });
        });

        // Jetty only logs it and waits for the timeout.
        assertThat(answer.status()).isIn(500, 503);
        desk.only();
    }

    /** What the container itself logged about the test at WARN and above. */
    abstract List<String> containerComplaints();

    private interface Task {
        void run() throws Exception;
    }

    private static final class OnTimeout implements AsyncListener {

        private final Task task;

        OnTimeout(Task task) {
            this.task = task;
        }

        @Override
        public void onTimeout(AsyncEvent event) throws IOException {
            try {
                task.run();
            } catch (Exception broken) {
                throw new IOException(broken);
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
