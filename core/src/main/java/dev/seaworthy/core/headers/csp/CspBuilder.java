// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.csp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Builds a policy that browsers understand in full. Not thread-safe; what it builds is immutable. */
public final class CspBuilder {

    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Set<String> SANDBOX = Set.of(
            "allow-downloads",
            "allow-forms",
            "allow-modals",
            "allow-orientation-lock",
            "allow-pointer-lock",
            "allow-popups",
            "allow-popups-to-escape-sandbox",
            "allow-presentation",
            "allow-same-origin",
            "allow-scripts",
            "allow-storage-access-by-user-activation",
            "allow-top-navigation",
            "allow-top-navigation-by-user-activation",
            "allow-top-navigation-to-custom-protocols");
    private static final Pattern TRUSTED_TYPE = Pattern.compile("[A-Za-z0-9#=_/@.%-]+|\\*|'none'|'allow-duplicates'");

    private final Map<CspDirective, List<String>> directives = new EnumMap<>(CspDirective.class);

    CspBuilder() {}

    /**
     * What a directive allows, in place of what it allowed so far.
     *
     * @throws IllegalArgumentException if the directive takes no sources, or they contradict each other
     */
    public CspBuilder allow(CspDirective directive, CspSource... sources) {
        return raw(directive, Stream.of(sources).map(CspSource::text).toList());
    }

    /** Forbids all that a directive decides about. */
    public CspBuilder forbid(CspDirective... all) {
        for (CspDirective directive : all) {
            allow(directive, CspSource.NONE);
        }
        return this;
    }

    /** Runs the page in a sandbox that allows only this: {@code allow-scripts}. */
    public CspBuilder sandbox(String... allowances) {
        return raw(CspDirective.SANDBOX, List.of(allowances));
    }

    /** Loads everything over https; sent on secure requests only. */
    public CspBuilder upgradeInsecureRequests() {
        return raw(CspDirective.UPGRADE_INSECURE_REQUESTS, List.of());
    }

    /** Lets no string reach a DOM sink that runs it. */
    public CspBuilder requireTrustedTypes() {
        return raw(CspDirective.REQUIRE_TRUSTED_TYPES_FOR, List.of("'script'"));
    }

    /**
     * Where violations go.
     *
     * @param group the group in {@code Reporting-Endpoints}
     * @param address where browsers that do not know the group send them; a path of this server or an absolute URI
     */
    public CspBuilder report(String group, String address) {
        raw(CspDirective.REPORT_URI, List.of(address));
        return raw(CspDirective.REPORT_TO, List.of(group));
    }

    CspBuilder raw(CspDirective directive, List<String> values) {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(values));
        switch (directive.kind()) {
            case SOURCES -> checkSources(directive, distinct);
            case TOKENS -> distinct.forEach(token -> checkToken(directive, token));
            case FLAG -> {
                if (!distinct.isEmpty()) {
                    throw refused(directive, String.join(" ", distinct), "it stands alone; leave the rest out");
                }
            }
        }
        if (distinct.isEmpty()
                && directive.kind() == CspDirective.Kind.TOKENS
                && directive != CspDirective.SANDBOX
                && directive != CspDirective.TRUSTED_TYPES) {
            throw refused(directive, "", "say what it applies to, or leave it out");
        }
        directives.put(directive, distinct);
        return this;
    }

    private static void checkSources(CspDirective directive, List<String> values) {
        if (values.isEmpty()) {
            throw refused(directive, "", "write 'none' if nothing is allowed");
        }
        List<CspSource> sources = values.stream().map(CspSource::new).toList();
        if (sources.size() > 1 && sources.stream().anyMatch(source -> source.is("'none'"))) {
            throw refused(directive, String.join(" ", values), "browsers pass over 'none' beside others; choose one");
        }
        boolean strictDynamic = sources.stream().anyMatch(source -> source.is("'strict-dynamic'"));
        if (strictDynamic && sources.stream().noneMatch(CspSource::isNonceOrHash)) {
            throw refused(
                    directive,
                    String.join(" ", values),
                    "'strict-dynamic' allows nothing without a nonce or a hash; add 'nonce-{nonce}'");
        }
        if (directive == CspDirective.FRAME_ANCESTORS
                && sources.stream()
                        .anyMatch(source ->
                                source.text().startsWith("'") && !source.is("'self'") && !source.is("'none'"))) {
            throw refused(directive, String.join(" ", values), "only 'self', 'none', schemes and hosts count here");
        }
    }

    private static void checkToken(CspDirective directive, String token) {
        boolean good = switch (directive) {
            case SANDBOX -> SANDBOX.contains(token);
            case REPORT_TO -> GROUP.matcher(token).matches();
            case REQUIRE_TRUSTED_TYPES_FOR -> token.equals("'script'");
            case TRUSTED_TYPES -> TRUSTED_TYPE.matcher(token).matches();
            default -> isAddress(token);
        };
        if (!good) {
            throw refused(directive, token, remedy(directive));
        }
    }

    private static String remedy(CspDirective directive) {
        return switch (directive) {
            case SANDBOX -> "write for example allow-scripts";
            case REPORT_TO -> "write the name of a group of Reporting-Endpoints: letters, digits, - and _";
            case REQUIRE_TRUSTED_TYPES_FOR -> "write 'script', in single quotes";
            case TRUSTED_TYPES -> "write names of policies, or 'none'";
            default -> "write a path such as /csp-reports, or an absolute https URI";
        };
    }

    private static boolean isAddress(String token) {
        if (token.indexOf(';') >= 0 || token.indexOf(',') >= 0) {
            return false;
        }
        try {
            URI uri = new URI(token);
            return token.startsWith("/") && !token.startsWith("//")
                    || uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private static IllegalArgumentException refused(CspDirective directive, String got, String remedy) {
        return new IllegalArgumentException("Content-Security-Policy " + directive.word()
                + " has a value that browsers do not take, got '" + got + "'; " + remedy);
    }

    /**
     * The policy.
     *
     * @throws IllegalArgumentException if nothing was said
     */
    public Csp build() {
        if (directives.isEmpty()) {
            throw new IllegalArgumentException("Content-Security-Policy must decide about something, got '';"
                    + " write for example default-src 'none'");
        }
        return new Csp(directives);
    }
}
