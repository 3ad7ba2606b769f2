// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import dev.seaworthy.core.headers.HeaderPlan;
import dev.seaworthy.core.headers.HeaderSettings;
import dev.seaworthy.core.headers.HeadersReport;
import dev.seaworthy.core.headers.csp.Csp;
import dev.seaworthy.core.headers.grade.Algorithm;
import dev.seaworthy.core.headers.intake.PolicyProposal;
import dev.seaworthy.core.headers.intake.ReportIntake;
import dev.seaworthy.core.headers.intake.ViolationLedger;
import dev.seaworthy.core.report.Finding;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.report.RoomReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/** What the app says about its headers: what they are worth and why no more, who writes them, what browsers report. */
record HeadersReporter(
        HeadersProperties properties,
        HeaderPlan plan,
        Supplier<ReportsConfiguration.Intake> intake,
        Supplier<SecurityWriters> security,
        BooleanSupplier https)
        implements Reporter {

    private static final int MOST_SHOWN = 50;

    // Boot's test support leaves this in every context that it starts: tests speak plain HTTP, and nobody is warned of
    // it.
    private static final String IN_TEST = "org.springframework.boot.test.context.SpringBootTestContextBootstrapper";

    static boolean mayBeHttps(Environment environment) {
        String proxies = environment.getProperty("seaworthy.client.trusted-proxies", "")
                + environment.getProperty("seaworthy.client.trusted-proxies[0]", "");
        return !proxies.isEmpty()
                || environment.containsProperty(IN_TEST)
                || environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate")
                || !"none".equalsIgnoreCase(environment.getProperty("server.forward-headers-strategy", "none"));
    }

    @Override
    public RoomReport report() {
        HeaderSettings now = plan.now();
        Map<String, String> shown =
                new LinkedHashMap<>(HeadersReport.grades(now, Algorithm.of(properties.gradeAlgorithm())));
        List<Finding> findings = new ArrayList<>();
        if (properties.csp().policy() != null) {
            findings.addAll(HeadersReport.lint(now));
        }
        owner(shown, findings);
        shown.put("isolation", properties.isolation().mode().toString().toLowerCase(Locale.ROOT));
        if (properties.hsts().enabled() && !https.getAsBoolean()) {
            findings.add(Finding.warn(
                    "Strict-Transport-Security is on but is never sent: the server has no TLS, and no proxy"
                            + " in front of it is trusted; name it in seaworthy.client.trusted-proxies, or set"
                            + " seaworthy.headers.hsts.enabled=false"));
        }
        reports(now, shown, findings);
        return new RoomReport("headers", true, shown, findings);
    }

    private void owner(Map<String, String> shown, List<Finding> findings) {
        Set<String> written = security.get().written();
        if (written.isEmpty()) {
            shown.put("owner", "seaworthy");
            return;
        }
        boolean theirs = properties.owner() == HeadersProperties.Owner.SPRING_SECURITY;
        shown.put("owner", theirs ? "spring-security, seaworthy where it writes none" : "seaworthy");
        findings.add(Finding.info("Spring Security writes " + String.join(", ", written)
                + (theirs
                        ? "; these replace ours, as seaworthy.headers.owner says"
                        : "; where it finds ours it adds none, except for X-Frame-Options, where its value wins;"
                                + " seaworthy.headers.owner=spring-security lets all of its values win")));
    }

    private void reports(HeaderSettings now, Map<String, String> shown, List<Finding> findings) {
        ReportIntake door = intake.get().door();
        if (door == null) {
            shown.put("reports", "off");
            if (properties.reports().enabled()) {
                findings.add(
                        Finding.info("what browsers report about policies is not taken: nothing reads JSON here; add"
                                + " Jackson, or set seaworthy.headers.reports.enabled=false"));
            }
            return;
        }
        ViolationLedger ledger = door.ledger();
        List<ViolationLedger.Entry> entries = ledger.entries();
        shown.put("reports", door.settings().path() + ", " + entries.size() + " different violations");
        entries.stream()
                .limit(MOST_SHOWN)
                .forEach(entry -> shown.put("violation " + entry.violation().text(), entry.count() + " times"));
        if (!entries.isEmpty()) {
            propose(now, entries, shown);
        }
    }

    private static void propose(HeaderSettings now, List<ViolationLedger.Entry> entries, Map<String, String> shown) {
        Csp watched = now.document().observed().or(now.document()::enforced).orElse(null);
        if (watched != null) {
            PolicyProposal proposal = PolicyProposal.after(watched, entries);
            shown.put("next-policy", proposal.policy().text());
            for (int i = 0; i < Math.min(MOST_SHOWN, proposal.work().size()); i++) {
                shown.put("work " + (i + 1), proposal.work().get(i));
            }
        }
    }
}
