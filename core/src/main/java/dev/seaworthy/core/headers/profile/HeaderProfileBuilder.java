// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.profile;

import dev.seaworthy.core.headers.csp.Csp;
import dev.seaworthy.core.headers.csp.CspDirective;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds a profile; every value is checked as it is given. Not thread-safe; what it builds is immutable. */
public final class HeaderProfileBuilder {

    private static final Set<String> OWN_METHODS =
            Set.of("content-security-policy", "content-security-policy-report-only", "strict-transport-security");
    private static final String GROUP = "csp";

    private final String name;
    private final Map<String, String> plain = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable Hsts hsts;
    private @Nullable Csp enforced;
    private @Nullable Csp observed;

    HeaderProfileBuilder(String name) {
        this.name = name;
    }

    /**
     * A header with one plain value, in place of an earlier one.
     *
     * @throws IllegalArgumentException if browsers do not take the value
     */
    public HeaderProfileBuilder header(String header, String value) {
        if (OWN_METHODS.contains(header.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(header + " has a method of its own, got '" + value
                    + "' as plain text; use enforce, observe or hsts");
        }
        plain.put(header, new SecurityHeader(header, value).value());
        return this;
    }

    /** Leaves a header out. */
    public HeaderProfileBuilder without(String header) {
        plain.remove(header);
        return this;
    }

    /** The policy that browsers obey; null for none. */
    public HeaderProfileBuilder enforce(@Nullable Csp policy) {
        enforced = policy;
        return this;
    }

    /** The policy that browsers only report about; null for none. */
    public HeaderProfileBuilder observe(@Nullable Csp policy) {
        // Browsers pass over both in a policy that is only observed, and complain.
        observed = policy == null ? null : policy.without(CspDirective.UPGRADE_INSECURE_REQUESTS, CspDirective.SANDBOX);
        return this;
    }

    /** What is said about https; null for nothing. */
    public HeaderProfileBuilder hsts(@Nullable Hsts chosen) {
        hsts = chosen;
        return this;
    }

    /** Which features of the browser may be used. */
    public HeaderProfileBuilder permissions(PermissionsPolicy policy) {
        return policy.allowed().isEmpty() ? this : header("Permissions-Policy", policy.value());
    }

    /**
     * The three policies about other origins; null leaves one out.
     *
     * @param opener {@code Cross-Origin-Opener-Policy}
     * @param embedder {@code Cross-Origin-Embedder-Policy}
     * @param resource {@code Cross-Origin-Resource-Policy}
     */
    public HeaderProfileBuilder crossOrigin(
            @Nullable String opener, @Nullable String embedder, @Nullable String resource) {
        optional("Cross-Origin-Opener-Policy", opener);
        optional("Cross-Origin-Embedder-Policy", embedder);
        optional("Cross-Origin-Resource-Policy", resource);
        return this;
    }

    private void optional(String header, @Nullable String value) {
        if (value == null) {
            without(header);
        } else {
            header(header, value);
        }
    }

    /** Has violations of both policies reported to this address, a path of this server or an absolute URI. */
    public HeaderProfileBuilder reportTo(String address) {
        if (enforced != null) {
            enforced = enforced.toBuilder().report(GROUP, address).build();
        }
        if (observed != null) {
            observed = observed.toBuilder().report(GROUP, address).build();
        }
        return enforced == null && observed == null
                ? this
                : header("Reporting-Endpoints", GROUP + "=\"" + address + '"');
    }

    /** The profile. */
    public HeaderProfile build() {
        return new HeaderProfile(name, new TreeMap<>(plain), hsts, enforced, observed);
    }
}
