// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.correlation;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.correlation.Propagation;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;

/**
 * Adds the ids to outgoing requests that do not have them yet. Thread-safe. It is no interceptor: Spring's clients keep
 * the whole body of every request in memory once there is one.
 */
public final class OutgoingHeaders {

    private final String idHeader;

    /** Sends the id under this name. */
    public OutgoingHeaders(String idHeader) {
        this.idHeader = idHeader;
    }

    /** Adds the ids that are current on this thread. */
    public void addTo(HttpHeaders headers) {
        Propagation.inject(idHeader, name -> headers.getFirst(name) != null, headers::set);
    }

    /** Will add the ids that are current now, even when it is called on another thread. */
    public Consumer<HttpHeaders> capture() {
        Correlation captured = Correlation.current();
        if (captured == null) {
            return this::addTo;
        }
        return headers -> {
            try (CorrelationScope ignored = captured.open()) {
                addTo(headers);
            }
        };
    }
}
