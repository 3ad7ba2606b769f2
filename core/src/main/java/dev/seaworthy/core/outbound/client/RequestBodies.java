// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.client;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.Set;

/** Whether a body of the JDK's client can be sent a second time. */
final class RequestBodies {

    /** The JDK's publishers of what is in memory or in a file. All others may be streams that flow once. */
    private static final Set<String> REPEATABLE =
            Set.of("ByteArrayPublisher", "StringPublisher", "FilePublisher", "EmptyPublisher");

    private RequestBodies() {}

    static boolean repeatable(HttpRequest request) {
        BodyPublisher body = request.bodyPublisher().orElse(null);
        return body == null
                || body.contentLength() == 0
                || REPEATABLE.contains(body.getClass().getSimpleName());
    }
}
