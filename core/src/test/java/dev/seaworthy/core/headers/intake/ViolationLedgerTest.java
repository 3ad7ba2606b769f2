// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.headers.csp.Csp;
import dev.seaworthy.core.headers.csp.CspDirective;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViolationLedgerTest {

    @Test
    void tenTimesTheCapIsCountedButNotKept() {
        ViolationLedger ledger = new ViolationLedger(100);
        IntStream.range(0, 1_000)
                .parallel()
                .forEach(i -> ledger.add(new Violation("img-src", "https://h" + i + ".test", "/", false)));
        assertThat(ledger.entries()).hasSize(100);
        assertThat(ledger.others()).isEqualTo(900);
    }

    @Test
    void addressesLoseWhateverMayBeSecret() {
        Violation violation = Violation.of(Map.of(
                        "effectiveDirective", "script-src-elem",
                        "blockedURL", "https://user:secret@evil.test:8443/secret?secret#secret",
                        "documentURL", "https://shop.test/cart?token=secret#secret",
                        "sample", "secret",
                        "disposition", "enforce"))
                .orElseThrow();
        assertThat(violation).isEqualTo(new Violation("script-src-elem", "https://evil.test:8443", "/cart", true));
        assertThat(violation.text()).isEqualTo("script-src-elem stopped https://evil.test:8443 on /cart");
    }

    @Test
    void whatIsNoReportIsNone() {
        assertThat(Violation.of(Map.of())).isEmpty();
        assertThat(Violation.of(Map.of("effectiveDirective", 7))).isEmpty();
        assertThat(Violation.of(Map.of("effectiveDirective", "<script>"))).isEmpty();
        assertThat(Violation.of(Map.of("effectiveDirective", "x".repeat(1_000))))
                .isEmpty();
        Violation odd = Violation.of(Map.of(
                        "violated-directive", "img-src 'self'",
                        "blocked-uri", "\u0000\u001b[31m" + "y".repeat(100_000),
                        "document-uri", "::::"))
                .orElseThrow();
        assertThat(odd.blocked()).isEqualTo("other");
        assertThat(odd.page().length()).isLessThan(200);
    }

    @Test
    void nextPolicyHoldsHostsThatPagesWantedAndNeverUnsafeThings() {
        Csp policy = Csp.parse("default-src 'none'; img-src 'self'; script-src 'nonce-{nonce}' 'strict-dynamic'");
        PolicyProposal proposal = PolicyProposal.after(
                policy,
                List.of(
                        new ViolationLedger.Entry(new Violation("img-src", "https://img.test", "/", false), 3),
                        new ViolationLedger.Entry(new Violation("font-src", "https://font.test", "/", false), 9),
                        new ViolationLedger.Entry(new Violation("img-src", "https://once.test", "/", false), 1),
                        new ViolationLedger.Entry(new Violation("script-src-elem", "https://x.test", "/", false), 9),
                        new ViolationLedger.Entry(new Violation("script-src-attr", "inline", "/cart", false), 5),
                        new ViolationLedger.Entry(new Violation("script-src", "eval", "/", false), 4)));
        assertThat(proposal.policy().directives())
                .containsEntry(CspDirective.IMG_SRC, List.of("'self'", "https://img.test"))
                .containsEntry(CspDirective.FONT_SRC, List.of("https://font.test"));
        assertThat(proposal.policy().text()).doesNotContain("unsafe", "once.test", "x.test");
        assertThat(proposal.work())
                .containsExactly(
                        "/cart: script-src-attr stopped inline, 5 times; give the element the nonce, or move the code"
                                + " into a file",
                        "/: script-src stopped eval, 4 times; let the code do without it");
    }
}
