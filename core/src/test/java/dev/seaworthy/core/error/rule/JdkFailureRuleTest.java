// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdkFailureRuleTest {

    private static final Classification TIMED_OUT =
            Classification.of(FailureClass.NO_CERTAIN_ANSWER).withStatus(504).withCode("UPSTREAM_TIMEOUT");

    private final JdkFailureRule rule = new JdkFailureRule();

    static List<Throwable> neverSent() {
        return List.of(
                new ConnectException("Connection refused"),
                new NoRouteToHostException(),
                new UnknownHostException("payments.example"),
                new UnresolvedAddressException(),
                new SSLHandshakeException("no common cipher"),
                new HttpConnectTimeoutException("slow"),
                new SocketTimeoutException("Connect timed out"),
                new SocketTimeoutException("connect timed out"));
    }

    @ParameterizedTest
    @MethodSource("neverSent")
    void aCallThatNeverLeftIsNotSent(Throwable failure) {
        assertThat(rule.classify(failure)).isEqualTo(Classification.of(FailureClass.NOT_SENT));
    }

    @Test
    void anAnswerThatDidNotComeInTimeIsUncertain() {
        assertThat(rule.classify(new SocketTimeoutException("Read timed out"))).isEqualTo(TIMED_OUT);
        assertThat(rule.classify(new SocketTimeoutException())).isEqualTo(TIMED_OUT);
        assertThat(rule.classify(new HttpTimeoutException("request timed out"))).isEqualTo(TIMED_OUT);
    }

    @Test
    void givingUpOnOurOwnWorkIsTooSlow() {
        assertThat(rule.classify(new TimeoutException())).isEqualTo(Classification.of(FailureClass.TOO_SLOW));
        assertThat(rule.classify(new CancellationException())).isEqualTo(Classification.of(FailureClass.TOO_SLOW));
    }

    @Test
    void noRoomAndShutdownAreRefusedLocally() {
        Classification refused = Classification.of(FailureClass.LOCALLY_REFUSED);

        assertThat(rule.classify(new RejectedExecutionException())).isEqualTo(refused);
        assertThat(rule.classify(new InterruptedException())).isEqualTo(refused);
        assertThat(rule.classify(new InterruptedIOException())).isEqualTo(refused);
        assertThat(rule.classify(new ClosedByInterruptException())).isEqualTo(refused);
    }

    @Test
    void aBrokenConnectionOfWhomeverIsPassedOn() {
        assertThat(rule.classify(new IOException("Broken pipe"))).isNull();
        assertThat(rule.classify(new SocketException("Connection reset"))).isNull();
        assertThat(rule.classify(new FileNotFoundException("config"))).isNull();
        assertThat(rule.classify(new IllegalStateException())).isNull();
    }

    @Test
    void aServiceThatHangsUpInRealityIsUncertain() throws Exception {
        try (ServerSocket service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread hangUp = hangingUp(service, 2);
            URI uri = URI.create("http://localhost:" + service.getLocalPort() + "/");

            assertThat(rule.classify(failureOf(() -> HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(uri)
                                            .POST(HttpRequest.BodyPublishers.ofString("x"))
                                            .build(),
                                    BodyHandlers.discarding()))))
                    .isEqualTo(Classification.of(FailureClass.NO_CERTAIN_ANSWER));
            assertThat(rule.classify(failureOf(() -> {
                        HttpURLConnection call = (HttpURLConnection) uri.toURL().openConnection();
                        call.setDoOutput(true);
                        call.setFixedLengthStreamingMode(1);
                        call.getOutputStream().write('x');
                        return call.getResponseCode();
                    })))
                    .isEqualTo(Classification.of(FailureClass.NO_CERTAIN_ANSWER));
            hangUp.join();
        }
    }

    @Test
    void aServiceThatListensButNeverAnswersIsUncertainAndTimedOut() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("http://localhost:" + silent.getLocalPort());

            assertThat(rule.classify(failureOf(() -> {
                        HttpURLConnection call = (HttpURLConnection) uri.toURL().openConnection();
                        call.setReadTimeout(20);
                        return call.getResponseCode();
                    })))
                    .isEqualTo(TIMED_OUT);
        }
    }

    @Test
    void aClosedPortIsNotSent() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + closed)).build();

        assertThat(rule.classify(failureOf(() -> HttpClient.newHttpClient().send(request, BodyHandlers.discarding()))))
                .isEqualTo(Classification.of(FailureClass.NOT_SENT));
    }

    private static Thread hangingUp(ServerSocket service, int times) {
        Thread thread = new Thread(() -> {
            for (int i = 0; i < times; i++) {
                try (Socket call = service.accept()) {
                    call.getInputStream().read();
                    call.setSoLinger(true, 0);
                } catch (IOException over) {
                    return;
                }
            }
        });
        thread.start();
        return thread;
    }

    private static Throwable failureOf(Call call) throws Exception {
        try {
            call.run();
        } catch (IOException expected) {
            return expected;
        }
        throw new AssertionError("the call went well");
    }

    private interface Call {
        Object run() throws Exception;
    }
}
