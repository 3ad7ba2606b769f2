// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.profile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which features of the browser the page may use. Immutable.
 *
 * @param allowed by feature: {@code self}, {@code *}, or origins; none at all forbids it
 * @see <a href="https://www.w3.org/TR/permissions-policy-1/">Permissions Policy</a>
 */
public record PermissionsPolicy(Map<String, List<String>> allowed) {

    // Powerful features that browsers know without a flag; an unknown one would only fill consoles with warnings.
    private static final List<String> POWERFUL = List.of(
            "accelerometer",
            "camera",
            "display-capture",
            "geolocation",
            "gyroscope",
            "hid",
            "idle-detection",
            "magnetometer",
            "microphone",
            "midi",
            "payment",
            "serial",
            "usb",
            "xr-spatial-tracking");
    private static final Pattern FEATURE = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern ORIGIN = Pattern.compile("https?://(?:\\*\\.)?[A-Za-z0-9.-]+(?::[0-9]{1,5})?");

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if a feature or an origin is none
     */
    public PermissionsPolicy {
        Map<String, List<String>> copy = new TreeMap<>();
        allowed.forEach((feature, origins) -> {
            if (!FEATURE.matcher(feature).matches()) {
                throw refused("feature is none", feature, "write it as browsers do, for example geolocation");
            }
            for (String origin : origins) {
                if (!origin.equals("self")
                        && !origin.equals("*")
                        && !ORIGIN.matcher(origin).matches()) {
                    throw refused(
                            feature + " allows what is no origin",
                            origin,
                            "write self without quotes, *, or an origin such as https://maps.example.com");
                }
            }
            copy.put(feature, List.copyOf(origins));
        });
        allowed = Collections.unmodifiableMap(copy);
    }

    private static IllegalArgumentException refused(String wrong, String got, String remedy) {
        return new IllegalArgumentException("Permissions-Policy " + wrong + ", got '" + got + "'; " + remedy);
    }

    /** Forbids what reaches out of the browser: camera, microphone, place, payment, devices. */
    public static PermissionsPolicy withDefaults() {
        return new PermissionsPolicy(
                POWERFUL.stream().collect(Collectors.toMap(feature -> feature, feature -> List.<String>of())));
    }

    /** The same with one feature allowed. */
    public PermissionsPolicy allow(String feature, String... origins) {
        Map<String, List<String>> more = new TreeMap<>(allowed);
        more.put(feature, List.of(origins));
        return new PermissionsPolicy(more);
    }

    /** The header's value. */
    public String value() {
        return allowed.entrySet().stream()
                .map(feature -> feature.getKey() + '=' + list(feature.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String list(List<String> origins) {
        return origins.contains("*")
                ? "*"
                : origins.stream()
                        .map(origin -> origin.equals("self") ? origin : '"' + origin + '"')
                        .collect(Collectors.joining(" ", "(", ")"));
    }
}
