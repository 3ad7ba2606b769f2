// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.rule;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK's own exceptions mean in a server. Thread-safe.
 *
 * <p>A broken or reset connection can be the client's or a service's, and the exception does not say which: only when the
 * JDK's HTTP clients are in its stack is it a service's. The rest is left to the rules of the container.
 */
public final class JdkFailureRule implements FailureRule {

    /** We gave up on our own work: a deadline passed, or somebody here called it off. */
    private static final List<Class<? extends Throwable>> GAVE_UP =
            List.of(TimeoutException.class, CancellationException.class);

    /** No room for more work, or none any more: request threads are interrupted when a server shuts down. */
    private static final List<Class<? extends Throwable>> NO_ROOM =
            List.of(RejectedExecutionException.class, InterruptedException.class, ClosedByInterruptException.class);

    private static final int MAX_FRAMES = 64;

    @Override
    public @Nullable Classification classify(Throwable link) {
        if (UpstreamFailures.neverArrived(link)) {
            return Classification.of(FailureClass.NOT_SENT);
        }
        if (isOneOf(GAVE_UP, link)) {
            return Classification.of(FailureClass.TOO_SLOW);
        }
        if (isOneOf(NO_ROOM, link)) {
            return Classification.of(FailureClass.LOCALLY_REFUSED);
        }
        return link instanceof IOException failure ? io(failure) : null;
    }

    private static @Nullable Classification io(IOException failure) {
        if (failure instanceof SocketTimeoutException || failure instanceof HttpTimeoutException) {
            return UpstreamFailures.attemptTimedOut();
        }
        if (failure instanceof InterruptedIOException) {
            return Classification.of(FailureClass.LOCALLY_REFUSED);
        }
        return isOutbound(failure) ? Classification.of(FailureClass.NO_CERTAIN_ANSWER) : null;
    }

    private static boolean isOutbound(IOException failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(MAX_FRAMES)
                .map(StackTraceElement::getClassName)
                .anyMatch(name ->
                        name.startsWith("jdk.internal.net.http.") || name.startsWith("sun.net.www.protocol.http"));
    }

    private static boolean isOneOf(List<Class<? extends Throwable>> types, Throwable link) {
        return types.stream().anyMatch(type -> type.isInstance(link));
    }
}
