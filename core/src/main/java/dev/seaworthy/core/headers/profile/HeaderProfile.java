// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.profile;

import dev.seaworthy.core.headers.csp.Csp;
import dev.seaworthy.core.headers.csp.CspDirective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A set of headers that belong together. Immutable, thread-safe; all that does not depend on the response was computed
 * when it was built, so that asking for it allocates nothing.
 */
public final class HeaderProfile {

    /** The header of the enforced policy. */
    public static final String CSP = "Content-Security-Policy";

    /** The header of the policy that is only observed. */
    public static final String CSP_REPORT_ONLY = "Content-Security-Policy-Report-Only";

    /** Sent on secure requests only. */
    public static final String HSTS = "Strict-Transport-Security";

    private final String name;
    private final Map<String, String> plain;
    private final @Nullable Hsts hsts;
    private final @Nullable Csp enforced;
    private final @Nullable Csp observed;
    private final List<SecurityHeader> overHttp;
    private final List<SecurityHeader> overHttps;
    private final @Nullable Csp nonceOverHttp;
    private final @Nullable Csp nonceOverHttps;
    private final @Nullable Csp nonceObserved;

    HeaderProfile(
            String name,
            Map<String, String> plain,
            @Nullable Hsts hsts,
            @Nullable Csp enforced,
            @Nullable Csp observed) {
        this.name = name;
        this.plain = plain;
        this.hsts = hsts;
        this.enforced = enforced;
        this.observed = observed;
        this.overHttp = withoutNonce(false);
        this.overHttps = withoutNonce(true);
        this.nonceOverHttp = withNonce(overHttp(enforced));
        this.nonceOverHttps = withNonce(enforced);
        this.nonceObserved = withNonce(observed);
    }

    /** An empty one to begin with. */
    public static HeaderProfileBuilder builder(String name) {
        return new HeaderProfileBuilder(name);
    }

    private List<SecurityHeader> withoutNonce(boolean secure) {
        List<SecurityHeader> headers = new ArrayList<>();
        Csp policy = secure ? enforced : overHttp(enforced);
        if (policy != null && !policy.hasNonce()) {
            headers.add(new SecurityHeader(CSP, policy.text()));
        }
        if (observed != null && !observed.hasNonce()) {
            headers.add(new SecurityHeader(CSP_REPORT_ONLY, observed.text()));
        }
        if (secure && hsts != null) {
            headers.add(new SecurityHeader(HSTS, hsts.value()));
        }
        plain.forEach((header, value) -> headers.add(new SecurityHeader(header, value)));
        return List.copyOf(headers);
    }

    private static @Nullable Csp withNonce(@Nullable Csp policy) {
        return policy != null && policy.hasNonce() ? policy : null;
    }

    // Over http it would send a browser to an https that may not be there.
    private static @Nullable Csp overHttp(@Nullable Csp policy) {
        return policy == null || policy.directives().size() == 1
                ? policy
                : policy.without(CspDirective.UPGRADE_INSECURE_REQUESTS);
    }

    /** What it is called in settings and reports. */
    public String name() {
        return name;
    }

    /**
     * The headers whose values never change.
     *
     * @param secure whether the request came over https
     */
    public List<SecurityHeader> fixed(boolean secure) {
        return secure ? overHttps : overHttp;
    }

    /** Whether each response needs a nonce. */
    public boolean hasNonce() {
        return nonceOverHttps != null || nonceObserved != null;
    }

    /** Whether a page from yesterday, with yesterday's nonce, would not work today: it must not be stored. */
    public boolean enforcesNonce() {
        return nonceOverHttps != null;
    }

    /** The enforced policy where it has a nonce; else it is among the fixed headers, or there is none. */
    public @Nullable Csp nonceEnforced(boolean secure) {
        return secure ? nonceOverHttps : nonceOverHttp;
    }

    /** The observed policy where it has a nonce; else it is among the fixed headers, or there is none. */
    public @Nullable Csp nonceObserved() {
        return nonceObserved;
    }

    /** The enforced policy, if any. */
    public Optional<Csp> enforced() {
        return Optional.ofNullable(enforced);
    }

    /** The policy that is only observed, if any. */
    public Optional<Csp> observed() {
        return Optional.ofNullable(observed);
    }

    /** What is said about https, if anything. */
    public Optional<Hsts> hsts() {
        return Optional.ofNullable(hsts);
    }

    /** A value that never changes, by the header's name in any case. */
    public Optional<String> value(String header) {
        return overHttps.stream()
                .filter(known -> known.name().equalsIgnoreCase(header))
                .map(SecurityHeader::value)
                .findFirst();
    }

    /** The same with more, or with something else. */
    public HeaderProfileBuilder toBuilder(String newName) {
        HeaderProfileBuilder builder = new HeaderProfileBuilder(newName);
        plain.forEach(builder::header);
        return builder.hsts(hsts).enforce(enforced).observe(observed);
    }

    @Override
    public String toString() {
        return name;
    }
}
