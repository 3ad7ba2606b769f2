// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.http;

import static dev.seaworthy.test.http.ScriptedServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.test.http.RawAnswer.End;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawHttpTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String GET = "GET / HTTP/1.1\r\n\r\n";

    @Test
    void readsStatusHeadersAndBodyOfTheAnnouncedLength() throws Exception {
        RawAnswer answer = answer("HTTP/1.1 404 Not Found\r\nA: 1\r\na: 2\r\nContent-Length: 2\r\n\r\nokMORE");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.values("A")).containsExactly("1", "2");
        assertThat(answer.body()).isEqualTo("ok");
        assertThat(answer.end()).isEqualTo(End.COMPLETE);
    }

    @Test
    void joinsChunks() throws Exception {
        RawAnswer answer = answer(chunked("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: 1\r\n\r\n"));

        assertThat(answer.body()).isEqualTo("abcde");
        assertThat(answer.end()).isEqualTo(End.COMPLETE);
    }

    @Test
    void missingLastChunkIsACutAnswer() throws Exception {
        RawAnswer answer = answer(chunked("3\r\nabc\r\n"));

        assertThat(answer.body()).isEqualTo("abc");
        assertThat(answer.end()).isEqualTo(End.CUT_OFF);
    }

    @Test
    void bodyShorterThanAnnouncedIsACutAnswer() throws Exception {
        RawAnswer answer = answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc");

        assertThat(answer.body()).isEqualTo("abc");
        assertThat(answer.end()).isEqualTo(End.CUT_OFF);
    }

    @Test
    void noAnswerAtAllIsACutAnswer() throws Exception {
        RawAnswer answer = answer("");

        assertThat(answer.status()).isZero();
        assertThat(answer.end()).isEqualTo(End.CUT_OFF);
    }

    @Test
    void skipsInterimAnswers() throws Exception {
        RawAnswer answer = answer("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\nB: 1\r\n\r\n");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.values("B")).containsExactly("1");
    }

    @Test
    void givesUpWhenNothingComes() throws Exception {
        try (ScriptedServer server = new ScriptedServer(request -> "HTTP/1.1 200 OK\r\n" + HANG)) {
            RawAnswer answer = new RawHttp(server.uri(), Duration.ofMillis(50)).exchange(GET, false);

            assertThat(answer.end()).isEqualTo(End.TIMED_OUT);
        }
    }

    @Test
    void takesNoMoreThanItsLimit() throws Exception {
        RawAnswer answer = answer("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(10 * 1024 * 1024));

        assertThat(answer.body()).hasSize(1024 * 1024);
        assertThat(answer.end()).isEqualTo(End.TOO_LONG);
    }

    @Test
    void showsTheBodyThatAHeadAnswerMustNotHave() throws Exception {
        try (ScriptedServer server = new ScriptedServer(request -> "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
            assertThat(new RawHttp(server.uri(), LIMIT).exchange(GET, true).body())
                    .isEqualTo("ok");
        }
    }

    @Test
    void sendsExactlyTheBytesItIsGiven() throws Exception {
        List<String> requests = Collections.synchronizedList(new ArrayList<>());
        try (ScriptedServer server = new ScriptedServer(request -> {
            requests.add(request);
            return "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        })) {
            new RawHttp(server.uri(), LIMIT).exchange("G\u0000T \u00fc HTTP/9\nBad : x\r\n\r\n", false);
        }
        assertThat(requests).containsExactly("G\u0000T \u00fc HTTP/9\nBad : x\r\n\r\n");
    }

    @Test
    void readsTheAnswerOfAServerThatDoesNotReadTheRequest() throws Exception {
        try (ScriptedServer server =
                new ScriptedServer(request -> "HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno")) {
            RawAnswer answer =
                    new RawHttp(server.uri(), LIMIT).exchange("POST / HTTP/1.1\r\n\r\n" + "x".repeat(20_000), false);

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).isEqualTo("no");
        }
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> new RawHttp(URI.create("http://localhost:" + port), LIMIT).exchange(GET, false))
                .hasMessage("localhost:" + port + " does not answer");
    }

    @Test
    void refusesTls() {
        assertThatThrownBy(() -> new RawHttp(URI.create("https://example.com"), LIMIT))
                .hasMessage("server address must be http://host:port, got 'https://example.com'; "
                        + "the raw client speaks no TLS, so point it at the plain port");
    }

    private static RawAnswer answer(String script) throws Exception {
        try (ScriptedServer server = new ScriptedServer(request -> script)) {
            return new RawHttp(server.uri(), LIMIT).exchange(GET, false);
        }
    }

    private static String chunked(String chunks) {
        return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
    }

    @Test
    void saysThatNothingMoreComesAfterHalfARequest() throws Exception {
        try (ScriptedServer server = new ScriptedServer(half -> "HTTP/1.1 400 \r\n\r\n" + half.length())) {
            RawAnswer answer = new RawHttp(server.uri(), LIMIT).exchangeUnfinished("GET / HT");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("8");
        }
    }
}
