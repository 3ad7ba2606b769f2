// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.client;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be known about, and done to, the connection that a request came in on. Thread-safe. */
public final class CallerConnection {

    /**
     * A request that ended before it was complete. Whoever stops sending may have gone, or may still listen (TCP lets one
     * close one direction only); so it is as quiet as a caller who left, and answered all the same.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-8">RFC 9112, section 8</a>
     */
    public static final Classification INCOMPLETE_REQUEST =
            Classification.of(FailureClass.CALLER_GONE).withStatus(400).withCode("INCOMPLETE_REQUEST");

    private static final int MAX_DEPTH = 32;

    // By name, because none of these types is always there.
    private static final Set<String> GONE = Set.of(
            "org.apache.catalina.connector.ClientAbortException",
            "org.apache.coyote.CloseNowException",
            "org.eclipse.jetty.io.EofException",
            "org.springframework.web.context.request.async.AsyncRequestNotUsableException");

    private static final List<ConnectionCutter> CUTTERS = load();

    private CallerConnection() {}

    /** Whether the failure says that the client has gone: looks at it and its causes. */
    public static boolean isGone(Throwable failure) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < MAX_DEPTH; depth++) {
            if (saysGone(link.getClass())) {
                return true;
            }
            link = link.getCause();
        }
        return false;
    }

    private static boolean saysGone(@Nullable Class<?> thrown) {
        return thrown != null && (GONE.contains(thrown.getName()) || saysGone(thrown.getSuperclass()));
    }

    /**
     * The exception to throw so that the client sees its response cut off. Where no container's own way is known, an
     * ordinary one, which the container may log.
     */
    public static IOException cut(HttpServletResponse response) {
        HttpServletResponse innermost = unwrap(response);
        for (ConnectionCutter cutter : CUTTERS) {
            Optional<IOException> cut = cutter.cut(innermost);
            if (cut.isPresent()) {
                return cut.get();
            }
        }
        return new IOException("response failed after it was committed; the connection is cut off");
    }

    private static HttpServletResponse unwrap(HttpServletResponse response) {
        HttpServletResponse innermost = response;
        while (innermost instanceof ServletResponseWrapper wrapper
                && wrapper.getResponse() instanceof HttpServletResponse inner) {
            innermost = inner;
        }
        return innermost;
    }

    private static List<ConnectionCutter> load() {
        List<ConnectionCutter> found = new ArrayList<>();
        Iterator<ConnectionCutter> all = ServiceLoader.load(
                        ConnectionCutter.class, CallerConnection.class.getClassLoader())
                .iterator();
        while (true) {
            try {
                if (!all.hasNext()) {
                    return List.copyOf(found);
                }
                found.add(all.next());
            } catch (ServiceConfigurationError | LinkageError otherContainer) {
                // Its container is not here; the next one's may be.
            }
        }
    }
}
