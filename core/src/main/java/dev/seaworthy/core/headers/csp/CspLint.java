// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.csp;

import dev.seaworthy.core.report.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says where a valid policy protects from little: the ways around it that are known for years. An empty answer does not mean
 * that there is none.
 */
public final class CspLint {

    private static final Set<String> BROAD = Set.of("*", "http:", "https:", "data:", "blob:", "filesystem:");

    // They serve JSONP, old frameworks, or whatever anybody uploads.
    private static final List<String> OPEN_HOSTS = List.of(
            "ajax.googleapis.com",
            "www.google.com",
            "www.googleapis.com",
            "accounts.google.com",
            "www.google-analytics.com",
            "www.googletagmanager.com",
            "cdnjs.cloudflare.com",
            "cdn.jsdelivr.net",
            "unpkg.com",
            "raw.githubusercontent.com",
            "s3.amazonaws.com",
            "storage.googleapis.com",
            "code.angularjs.org",
            "yandex.st");

    private final Csp policy;
    private final List<Finding> findings = new ArrayList<>();

    private CspLint(Csp policy) {
        this.policy = policy;
    }

    /** What is weak about an enforced policy. */
    public static List<Finding> of(Csp policy) {
        CspLint lint = new CspLint(policy);
        lint.scripts();
        lint.fallbacks();
        lint.reporting();
        return List.copyOf(lint.findings);
    }

    private void scripts() {
        List<String> scripts = effective(CspDirective.SCRIPT_SRC);
        if (scripts == null) {
            warn("script-src", "is missing, so every script runs; write script-src 'nonce-{nonce}' 'strict-dynamic'");
            return;
        }
        boolean nonce = scripts.stream().anyMatch(source -> new CspSource(source).isNonceOrHash());
        boolean dynamic = scripts.contains("'strict-dynamic'");
        if (scripts.contains("'unsafe-inline'") && !nonce) {
            warn("script-src", "allows 'unsafe-inline', so an injected script runs; use nonces or hashes");
        }
        if (scripts.contains("'unsafe-eval'")) {
            warn("script-src", "allows 'unsafe-eval', so injected text may become a script; take it out");
        }
        if (scripts.contains("'unsafe-hashes'")) {
            warn("script-src", "allows 'unsafe-hashes', so an allowed event handler can be put elsewhere; take it out");
        }
        if (!dynamic) {
            scripts.forEach(this::host);
            if (!nonce && scripts.contains("'self'")) {
                info("script-src", "allows 'self': what users upload, and JSONP, would run as script; prefer nonces");
            }
        }
        if (nonce && !policy.directives().containsKey(CspDirective.BASE_URI)) {
            warn(
                    "base-uri",
                    "is missing, so an injected base element moves scripts to another host; write base-uri 'none'");
        }
    }

    private void host(String source) {
        if (BROAD.contains(source)) {
            warn("script-src", "allows " + source + ", so scripts of anybody run; name hosts, or use nonces");
        } else if (source.startsWith("http://")) {
            warn("script-src", "allows " + source + ", which anybody on the way can change; use https");
        } else if (source.contains("*") && !source.startsWith("'")) {
            warn("script-src", "allows " + source + ", every host that matches; name the ones you use");
        }
        for (String open : OPEN_HOSTS) {
            if (source.endsWith("://" + open)
                    || source.equals(open)
                    || source.contains(open + "/") && source.endsWith("/")) {
                warn(
                        "script-src",
                        "allows " + source + ", which serves scripts that run whatever they are told;"
                                + " use nonces, or name the exact file");
            }
        }
    }

    private void fallbacks() {
        List<String> objects = effective(CspDirective.OBJECT_SRC);
        if (objects == null || objects.stream().anyMatch(BROAD::contains)) {
            warn("object-src", "lets plug-ins load anything; write object-src 'none'");
        }
        if (!policy.directives().containsKey(CspDirective.FORM_ACTION)) {
            info("form-action", "is missing, so an injected form sends passwords anywhere; write form-action 'self'");
        }
        if (!policy.directives().containsKey(CspDirective.FRAME_ANCESTORS)) {
            info("frame-ancestors", "is missing, so only X-Frame-Options keeps others from framing; write it, too");
        }
        List<String> styles = effective(CspDirective.STYLE_SRC);
        if (styles != null && styles.contains("'unsafe-inline'")) {
            info("style-src", "allows 'unsafe-inline', so injected styles can read the page out; use nonces");
        }
    }

    private void reporting() {
        boolean modern = policy.directives().containsKey(CspDirective.REPORT_TO);
        boolean old = policy.directives().containsKey(CspDirective.REPORT_URI);
        if (modern != old) {
            info(modern ? "report-uri" : "report-to", "is missing, so some browsers report nothing; write both");
        }
    }

    private @Nullable List<String> effective(CspDirective directive) {
        List<String> own = policy.directives().get(directive);
        return own != null ? own : policy.directives().get(CspDirective.DEFAULT_SRC);
    }

    private void warn(String directive, String text) {
        findings.add(Finding.warn("Content-Security-Policy " + directive + ' ' + text));
    }

    private void info(String directive, String text) {
        findings.add(Finding.info("Content-Security-Policy " + directive + ' ' + text));
    }
}
