// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a header's value may be. */
final class HeaderChecks {

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[!-~](?:[ -~]*[!-~])?");

    private static final Map<String, List<String>> CHOICES = Map.ofEntries(
            Map.entry("x-content-type-options", List.of("nosniff")),
            Map.entry("x-frame-options", List.of("DENY", "SAMEORIGIN")),
            Map.entry(
                    "referrer-policy",
                    List.of(
                            "no-referrer",
                            "same-origin",
                            "strict-origin",
                            "strict-origin-when-cross-origin",
                            "origin",
                            "origin-when-cross-origin",
                            "no-referrer-when-downgrade",
                            "unsafe-url")),
            Map.entry(
                    "cross-origin-opener-policy",
                    List.of("same-origin", "same-origin-allow-popups", "noopener-allow-popups", "unsafe-none")),
            Map.entry("cross-origin-embedder-policy", List.of("require-corp", "credentialless", "unsafe-none")),
            Map.entry("cross-origin-resource-policy", List.of("same-origin", "same-site", "cross-origin")),
            Map.entry("origin-agent-cluster", List.of("?1", "?0")),
            Map.entry(
                    "x-permitted-cross-domain-policies",
                    List.of("none", "master-only", "by-content-type", "by-ftp-filename", "all", "none-this-response")),
            Map.entry("x-dns-prefetch-control", List.of("off", "on")),
            Map.entry("x-xss-protection", List.of("0")));

    private HeaderChecks() {}

    static void check(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("header name must be a token, got '" + shown(name)
                    + "'; write letters, digits and hyphens, for example X-Frame-Options");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " must be one line of plain ASCII, got '" + shown(value)
                    + "'; take line ends and other characters out");
        }
        List<String> choices = CHOICES.get(name.toLowerCase(Locale.ROOT));
        if (choices != null && choices.stream().noneMatch(value::equals)) {
            throw new IllegalArgumentException(
                    name + " has a value that browsers do not know, got '" + value + "'; " + remedy(choices, value));
        }
    }

    private static String remedy(List<String> choices, String value) {
        String bare = value.replaceAll("[ _\"';]", "").toLowerCase(Locale.ROOT);
        for (String choice : choices) {
            if (choice.replace("-", "").equalsIgnoreCase(bare.replace("-", ""))) {
                return "did you mean " + choice + "?";
            }
        }
        if (value.toLowerCase(Locale.ROOT).startsWith("allow-from")) {
            return "browsers have dropped it; leave the header out and name the sites in frame-ancestors of the"
                    + " Content-Security-Policy";
        }
        return "write " + (choices.size() == 1 ? choices.get(0) : "one of " + String.join(", ", choices));
    }

    private static String shown(String text) {
        String cut = text.length() > 100 ? text.substring(0, 100) + "..." : text;
        return cut.replaceAll("[^ -~]", "?");
    }
}
