// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.intake;

import dev.seaworthy.core.headers.csp.Csp;
import dev.seaworthy.core.headers.csp.CspBuilder;
import dev.seaworthy.core.headers.csp.CspDirective;
import dev.seaworthy.core.headers.csp.CspSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the next policy could be, after what was reported about this one. For a person to read, not to be switched on by
 * itself: reports come from anybody. Immutable.
 *
 * @param policy this one, with the hosts that pages wanted
 * @param work what no policy should allow: inline code to give a nonce, {@code eval} to get rid of
 */
public record PolicyProposal(Csp policy, List<String> work) {

    // Somebody may have reported a host only to see it proposed.
    private static final int SEEN_BEFORE_PROPOSED = 3;

    /** Copies. */
    public PolicyProposal {
        work = List.copyOf(work);
    }

    /** Reads the ledger. */
    public static PolicyProposal after(Csp policy, List<ViolationLedger.Entry> entries) {
        Map<CspDirective, Set<String>> hosts = new LinkedHashMap<>();
        List<String> work = new ArrayList<>();
        for (ViolationLedger.Entry entry : entries) {
            Violation violation = entry.violation();
            Optional<CspDirective> directive = CspDirective.of(parent(violation.directive()));
            if (directive.isEmpty() || entry.count() < SEEN_BEFORE_PROPOSED) {
                continue;
            }
            if (violation.blocked().contains("://")) {
                hosts.computeIfAbsent(directive.get(), none -> new LinkedHashSet<>())
                        .add(violation.blocked());
            } else {
                work.add(violation.page() + ": " + violation.directive() + " stopped " + violation.blocked() + ", "
                        + entry.count() + " times; " + remedy(violation.blocked()));
            }
        }
        return new PolicyProposal(with(policy, hosts), work);
    }

    // script-src-elem and -attr fall back on script-src, which is where policies usually say it.
    private static String parent(String directive) {
        return directive.replaceFirst("-(elem|attr)$", "");
    }

    private static String remedy(String blocked) {
        return switch (blocked) {
            case "inline" -> "give the element the nonce, or move the code into a file";
            case "eval", "wasm-eval", "trusted-types-policy", "trusted-types-sink" -> "let the code do without it";
            default -> "serve it from a file of the app";
        };
    }

    private static Csp with(Csp policy, Map<CspDirective, Set<String>> hosts) {
        CspBuilder next = policy.toBuilder();
        hosts.forEach((directive, wanted) -> {
            List<String> now = policy.directives()
                    .getOrDefault(directive, policy.directives().getOrDefault(CspDirective.DEFAULT_SRC, List.of()));
            // Beside 'strict-dynamic' browsers do not look at hosts.
            if (directive != CspDirective.FRAME_ANCESTORS && !now.contains("'strict-dynamic'")) {
                Set<String> sources = new LinkedHashSet<>(now);
                sources.remove("'none'");
                sources.addAll(wanted);
                allow(next, directive, sources);
            }
        });
        return next.build();
    }

    private static void allow(CspBuilder next, CspDirective directive, Set<String> sources) {
        try {
            next.allow(directive, sources.stream().map(CspSource::new).toArray(CspSource[]::new));
        } catch (IllegalArgumentException noSource) {
            // What was reported is no host that a policy can name.
        }
    }
}
