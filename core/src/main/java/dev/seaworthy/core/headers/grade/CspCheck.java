// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the Observatory thinks of the enforced policy. */
final class CspCheck {

    private static final Set<String> BROAD =
            Set.of("ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*");
    private static final Set<String> INLINE = Set.of("'unsafe-inline'", "data:");
    private static final List<String> PASSIVE = List.of("img-src", "media-src");

    private final Verdict verdict;
    private final boolean framing;

    CspCheck(ScannedAnswer answer) {
        String policy = answer.one("content-security-policy");
        ScannedPolicy read = policy.isEmpty() ? null : ScannedPolicy.read(policy);
        this.framing = read != null && read.directives().containsKey("frame-ancestors");
        if (answer.all("content-security-policy").isEmpty()) {
            this.verdict = answer.one("content-security-policy-report-only").isEmpty()
                    ? Verdict.CSP_NOT_IMPLEMENTED
                    : Verdict.CSP_NOT_IMPLEMENTED_BUT_REPORTING_ENABLED;
        } else {
            this.verdict = read == null ? Verdict.CSP_HEADER_INVALID : judged(read);
        }
    }

    Verdict verdict() {
        return verdict;
    }

    boolean decidesAboutFraming() {
        return framing;
    }

    private static Verdict judged(ScannedPolicy policy) {
        Verdict found = judge(policy);
        boolean passed = found == Verdict.CSP_IMPLEMENTED_WITH_NO_UNSAFE
                || found == Verdict.CSP_IMPLEMENTED_WITH_NO_UNSAFE_DEFAULT_SRC_NONE
                || found == Verdict.CSP_IMPLEMENTED_WITH_UNSAFE_INLINE_IN_STYLE_SRC_ONLY
                || found == Verdict.CSP_IMPLEMENTED_WITH_INSECURE_SCHEME_IN_PASSIVE_CONTENT_ONLY;
        return passed && policy.reportsTwice() ? Verdict.CSP_IMPLEMENTED_BUT_DUPLICATE_DIRECTIVES : found;
    }

    private static Verdict judge(ScannedPolicy policy) {
        Map<String, Set<String>> directives = policy.directives();
        Set<String> scripts = policy.effective("script-src");
        Set<String> styles = policy.effective("style-src");
        Set<String> objects = policy.effective("object-src");
        ScannedPolicy.dropWhatNoncesReplace(scripts, true);
        ScannedPolicy.dropWhatNoncesReplace(styles, false);
        if (scripts.contains("'strict-dynamic'") && !ScannedPolicy.hasNonceOrHash(scripts)) {
            return Verdict.CSP_HEADER_INVALID;
        }
        if (any(scripts, BROAD) || any(scripts, INLINE) || any(objects, BROAD)) {
            return Verdict.CSP_IMPLEMENTED_WITH_UNSAFE_INLINE;
        }
        if (active(directives, scripts).stream().anyMatch(CspCheck::isInsecure)) {
            return Verdict.CSP_IMPLEMENTED_WITH_INSECURE_SCHEME;
        }
        if (scripts.contains("'unsafe-eval'") || styles.contains("'unsafe-eval'")) {
            return Verdict.CSP_IMPLEMENTED_WITH_UNSAFE_EVAL;
        }
        if (PASSIVE.stream()
                .map(name -> orDefault(directives, name))
                .anyMatch(sources -> sources != null && sources.stream().anyMatch(CspCheck::isInsecure))) {
            return Verdict.CSP_IMPLEMENTED_WITH_INSECURE_SCHEME_IN_PASSIVE_CONTENT_ONLY;
        }
        if (any(styles, BROAD) || any(styles, INLINE)) {
            return Verdict.CSP_IMPLEMENTED_WITH_UNSAFE_INLINE_IN_STYLE_SRC_ONLY;
        }
        return Set.of("'none'").equals(directives.get("default-src"))
                ? Verdict.CSP_IMPLEMENTED_WITH_NO_UNSAFE_DEFAULT_SRC_NONE
                : Verdict.CSP_IMPLEMENTED_WITH_NO_UNSAFE;
    }

    private static List<String> active(Map<String, Set<String>> directives, Set<String> scripts) {
        List<String> active = new ArrayList<>(scripts);
        directives.forEach((name, sources) -> {
            if (!PASSIVE.contains(name) && !name.equals("script-src")) {
                active.addAll(sources);
            }
        });
        return active;
    }

    private static @Nullable Set<String> orDefault(Map<String, Set<String>> directives, String name) {
        Set<String> own = directives.get(name);
        return own != null ? own : directives.get("default-src");
    }

    private static boolean isInsecure(String source) {
        return source.startsWith("http:") || source.startsWith("ftp:");
    }

    private static boolean any(Set<String> sources, Set<String> wanted) {
        return sources.stream().anyMatch(wanted::contains);
    }
}
