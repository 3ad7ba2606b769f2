// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.profile;

import java.time.Duration;

/**
 * What browsers are told about reaching this host over https only. Immutable.
 *
 * @param maxAge for how long browsers remember it; zero makes them forget
 * @param includeSubDomains whether it is true of every subdomain, too
 * @param preload whether the host asks for the list that browsers are shipped with; hard to take back
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6797#section-6.1">RFC 6797, section 6.1</a>
 */
public record Hsts(Duration maxAge, boolean includeSubDomains, boolean preload) {

    private static final Duration PRELOAD_WANTS = Duration.ofDays(365);

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the age is negative, or the preload list would not take it
     */
    public Hsts {
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("Strict-Transport-Security max-age must not be negative, got '" + maxAge
                    + "'; write for example 365d, or 0s to make browsers forget");
        }
        if (preload && (!includeSubDomains || maxAge.compareTo(PRELOAD_WANTS) < 0)) {
            throw new IllegalArgumentException(
                    "Strict-Transport-Security preload is refused by the list without subdomains and a year, got '"
                            + maxAge.toDays() + "d" + (includeSubDomains ? "" : " without subdomains")
                            + "'; include subdomains and write 365d or more, or leave preload out");
        }
    }

    /** A year, for this host alone. */
    public static Hsts withDefaults() {
        return new Hsts(PRELOAD_WANTS, false, false);
    }

    /** The header's value. */
    public String value() {
        return "max-age=" + maxAge.toSeconds() + (includeSubDomains ? "; includeSubDomains" : "")
                + (preload ? "; preload" : "");
    }
}
