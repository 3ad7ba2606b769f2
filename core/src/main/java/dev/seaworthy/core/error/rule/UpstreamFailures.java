// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.rule;

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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * What the answer, or the silence, of a service means for our client, whichever library asked it. Its status is never
 * passed on as ours.
 */
public final class UpstreamFailures {

    private static final int MAX_DEPTH = 32;

    private static final List<Class<? extends Throwable>> NEVER_ARRIVED = List.of(
            HttpConnectTimeoutException.class,
            ConnectException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            UnresolvedAddressException.class,
            SSLHandshakeException.class,
            SSLPeerUnverifiedException.class);

    private static final List<Class<? extends Throwable>> TIMED_OUT =
            List.of(SocketTimeoutException.class, HttpTimeoutException.class, TimeoutException.class);

    /** Apache's and Netty's, which need not be on the class path. */
    private static final Set<String> NEVER_ARRIVED_BY_NAME = Set.of("ConnectTimeoutException");

    private static final Set<String> TIMED_OUT_BY_NAME = Set.of("ReadTimeoutException");

    private UpstreamFailures() {}

    /**
     * What an error status means. It never says that the client's request was bad: what we sent was ours.
     *
     * @param status what the service answered, 400 or more; anything else is no certain answer
     * @param retryAfter its {@code Retry-After}, seconds or an HTTP date; null or unreadable where it named none
     * @param now the wall clock, against which a date is read
     */
    public static Classification answered(int status, @Nullable String retryAfter, Instant now) {
        Duration wait = RetryAfter.parse(retryAfter, now);
        return switch (status) {
            case 429 -> hinted(Classification.of(FailureClass.UPSTREAM_THROTTLED), wait);
            case 408, 425 -> hinted(Classification.of(FailureClass.NO_CERTAIN_ANSWER), wait);
            default ->
                status >= 400 && status < 500
                        ? Classification.of(FailureClass.UPSTREAM_REFUSED)
                        : hinted(Classification.of(FailureClass.NO_CERTAIN_ANSWER), wait);
        };
    }

    /** What it means that no answer came: surely not sent, timed out, or nobody knows. */
    public static Classification silent(Throwable failure) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < MAX_DEPTH; depth++, link = link.getCause()) {
            if (neverArrived(link)) {
                return Classification.of(FailureClass.NOT_SENT);
            }
            if (timedOut(link)) {
                return attemptTimedOut();
            }
        }
        return Classification.of(FailureClass.NO_CERTAIN_ANSWER);
    }

    /** Whether this throwable alone, without its causes, says that the request never reached the service. */
    static boolean neverArrived(Throwable link) {
        return isOneOf(NEVER_ARRIVED, link)
                || NEVER_ARRIVED_BY_NAME.contains(link.getClass().getSimpleName())
                || link instanceof SocketTimeoutException && saysConnect(link);
    }

    /** The service was asked, and did not answer in time. */
    static Classification attemptTimedOut() {
        return Classification.of(FailureClass.NO_CERTAIN_ANSWER).withStatus(504).withCode("UPSTREAM_TIMEOUT");
    }

    private static boolean timedOut(Throwable link) {
        return isOneOf(TIMED_OUT, link)
                || TIMED_OUT_BY_NAME.contains(link.getClass().getSimpleName());
    }

    /** The JDK tells the two timeouts apart by their message only: "Connect timed out" and "Read timed out". */
    private static boolean saysConnect(Throwable timeout) {
        String message = timeout.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).startsWith("connect");
    }

    private static Classification hinted(Classification classification, @Nullable Duration wait) {
        return wait == null ? classification : classification.withRetryAfter(wait);
    }

    private static boolean isOneOf(List<Class<? extends Throwable>> types, Throwable link) {
        return types.stream().anyMatch(type -> type.isInstance(link));
    }
}
