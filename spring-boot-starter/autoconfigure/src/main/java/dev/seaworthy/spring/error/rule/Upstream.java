// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.rule;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** What the answer, or the silence, of a service means for our client. Its status is never passed on as ours. */
final class Upstream {

    private static final int MAX_DEPTH = 32;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final long LONGEST_WAIT = Duration.ofDays(1).toSeconds();

    private Upstream() {}

    static Classification answered(int status, @Nullable String retryAfter) {
        return switch (status) {
            case 429 -> Classification.of(FailureClass.UPSTREAM_THROTTLED).withRetryAfter(wait(retryAfter));
            case 408, 425 -> Classification.of(FailureClass.NO_CERTAIN_ANSWER);
            default ->
                status >= 400 && status < 500
                        ? Classification.of(FailureClass.UPSTREAM_REFUSED)
                        : Classification.of(FailureClass.NO_CERTAIN_ANSWER);
        };
    }

    static Classification silent(Throwable failure) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < MAX_DEPTH; depth++, link = link.getCause()) {
            if (neverArrived(link)) {
                return Classification.of(FailureClass.NOT_SENT).withRetryAfter(SOON);
            }
            if (timedOut(link)) {
                return Classification.of(FailureClass.NO_CERTAIN_ANSWER)
                        .withStatus(504)
                        .withCode("UPSTREAM_TIMEOUT");
            }
        }
        return Classification.of(FailureClass.NO_CERTAIN_ANSWER);
    }

    private static boolean neverArrived(Throwable link) {
        return link instanceof ConnectException
                || link instanceof UnknownHostException
                || link instanceof NoRouteToHostException
                || link instanceof UnresolvedAddressException
                || link instanceof HttpConnectTimeoutException
                || link instanceof SSLHandshakeException
                // Apache's and Netty's, which need not be on the class path.
                || link.getClass().getSimpleName().equals("ConnectTimeoutException")
                || link instanceof SocketTimeoutException && saysConnect(link);
    }

    private static boolean saysConnect(Throwable link) {
        String message = link.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).startsWith("connect");
    }

    private static boolean timedOut(Throwable link) {
        return link instanceof SocketTimeoutException
                || link instanceof HttpTimeoutException
                || link instanceof TimeoutException
                || link.getClass().getSimpleName().equals("ReadTimeoutException");
    }

    private static Duration wait(@Nullable String retryAfter) {
        return retryAfter != null && retryAfter.matches("\\d{1,9}")
                ? Duration.ofSeconds(Math.min(Long.parseLong(retryAfter), LONGEST_WAIT))
                : SOON;
    }
}
