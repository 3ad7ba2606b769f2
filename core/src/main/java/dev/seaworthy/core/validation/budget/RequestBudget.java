// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.budget;

import dev.seaworthy.core.report.RoomReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much of a request is taken in, at most. Immutable; the {@code with} methods answer a copy.
 *
 * @param maxBody bytes of the body, declared or streamed, 1 or more
 * @param maxMultipart bytes of a body of several parts, declared or streamed, 1 or more; what the container parses has limits
 *     of the container's own besides
 * @param maxUri characters of the request line's target, query included, 16 or more
 * @param maxHeaders how many header fields, 8 or more
 * @param maxHeaderBytes characters of all names and values together, 256 or more
 * @param methods methods that are served, in upper case; empty for all
 * @param hosts hosts that are served, without port, in lower case; empty for all
 * @param pace how slowly a body may come
 */
public record RequestBudget(
        long maxBody,
        long maxMultipart,
        int maxUri,
        int maxHeaders,
        int maxHeaderBytes,
        Set<String> methods,
        Set<String> hosts,
        BodyPace pace) {

    private static final String MULTIPART = "multipart/";

    private static final RequestBudget DEFAULTS =
            new RequestBudget(30_000_000, 30_000_000, 8_192, 100, 32_768, Set.of(), Set.of(), BodyPace.withDefaults());

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if a number is too small to serve anybody
     */
    public RequestBudget {
        Amounts.atLeast("max-body", maxBody, 1);
        Amounts.atLeast("max-multipart", maxMultipart, 1);
        Amounts.atLeast("max-uri", maxUri, 16);
        Amounts.atLeast("max-headers", maxHeaders, 8);
        Amounts.atLeast("max-header-bytes", maxHeaderBytes, 256);
        methods =
                methods.stream().map(method -> method.toUpperCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Generous ones. */
    public static RequestBudget withDefaults() {
        return DEFAULTS;
    }

    /** Another limit for bodies. */
    public RequestBudget withMaxBody(long bytes) {
        return new RequestBudget(bytes, maxMultipart, maxUri, maxHeaders, maxHeaderBytes, methods, hosts, pace);
    }

    /** Another limit for bodies of several parts. */
    public RequestBudget withMaxMultipart(long bytes) {
        return new RequestBudget(maxBody, bytes, maxUri, maxHeaders, maxHeaderBytes, methods, hosts, pace);
    }

    /** Other limits for the head of a request. */
    public RequestBudget withHead(int uri, int headers, int headerBytes) {
        return new RequestBudget(maxBody, maxMultipart, uri, headers, headerBytes, methods, hosts, pace);
    }

    /** Another pace for bodies. */
    public RequestBudget withPace(BodyPace newPace) {
        return new RequestBudget(maxBody, maxMultipart, maxUri, maxHeaders, maxHeaderBytes, methods, hosts, newPace);
    }

    /** How long a body of this type may be; null stands for no type. */
    public long maxBytes(@Nullable String contentType) {
        boolean multipart = contentType != null && contentType.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
        return multipart ? maxMultipart : maxBody;
    }

    /** Only these methods. */
    public RequestBudget withMethods(Set<String> only) {
        return new RequestBudget(maxBody, maxMultipart, maxUri, maxHeaders, maxHeaderBytes, only, hosts, pace);
    }

    /** Only these hosts. */
    public RequestBudget withHosts(Set<String> only) {
        return new RequestBudget(maxBody, maxMultipart, maxUri, maxHeaders, maxHeaderBytes, methods, only, pace);
    }

    /** What the room says about itself; {@code enabled} as whoever assembles it knows. */
    public RoomReport report(boolean enabled) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("max-body", maxBody + " bytes");
        shown.put("max-multipart", maxMultipart + " bytes");
        shown.put("max-uri", maxUri + " characters");
        shown.put("max-headers", maxHeaders + ", " + maxHeaderBytes + " characters in all");
        shown.put("methods", methods.isEmpty() ? "all" : String.join(", ", new TreeSet<>(methods)));
        shown.put("hosts", hosts.isEmpty() ? "all" : String.join(", ", new TreeSet<>(hosts)));
        shown.put(
                "min-body-rate",
                pace.minRate() + " bytes/s after " + pace.grace().toMillis() + " ms");
        shown.put("max-body-readers", String.valueOf(pace.maxReaders()));
        return new RoomReport("validation", enabled, shown, List.of());
    }
}
