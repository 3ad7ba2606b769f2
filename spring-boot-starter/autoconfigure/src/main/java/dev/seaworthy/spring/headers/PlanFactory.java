// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import dev.seaworthy.core.headers.HeaderPlan;
import dev.seaworthy.core.headers.HeaderSettings;
import dev.seaworthy.core.headers.PathRule;
import dev.seaworthy.core.headers.cookie.CookieSettings;
import dev.seaworthy.core.headers.csp.Csp;
import dev.seaworthy.core.headers.profile.BuiltInProfile;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import dev.seaworthy.core.headers.profile.HeaderProfileBuilder;
import dev.seaworthy.core.headers.profile.Hsts;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes settings of properties, one for each phase, all at the start. */
final class PlanFactory {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Set<String> SILENT =
            Set.of(BuiltInProfile.API.word(), BuiltInProfile.ASSET.word(), BuiltInProfile.PUBLIC_ASSETS.word());

    private final HeadersProperties properties;
    private final CookieSettings cookies;
    private final @Nullable String reportAddress;

    /**
     * With these.
     *
     * @param reportAddress where browsers report, null for nowhere
     */
    PlanFactory(HeadersProperties properties, CookieSettings cookies, @Nullable String reportAddress) {
        this.properties = properties;
        this.cookies = cookies;
        this.reportAddress = reportAddress;
    }

    HeaderPlan plan(TimeSource time) {
        NavigableMap<Instant, HeaderSettings> phases = new TreeMap<>();
        NavigableMap<Instant, Hsts> ramp = ramp();
        Instant enforced = enforcedFrom();
        Set<Instant> moments = Stream.concat(ramp.keySet().stream(), Stream.ofNullable(enforced))
                .collect(Collectors.toCollection(TreeSet::new));
        moments.add(Instant.MIN);
        for (Instant moment : moments) {
            Map.Entry<Instant, Hsts> hsts = ramp.floorEntry(moment);
            boolean enforce = enforced != null && !moment.isBefore(enforced);
            phases.put(moment, settings(hsts == null ? null : hsts.getValue(), enforce));
        }
        return HeaderPlan.phased(phases, time);
    }

    private @Nullable Instant enforcedFrom() {
        LocalDate since = properties.csp().observeSince();
        return since == null
                ? null
                : since.atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .plus(properties.csp().observeFor());
    }

    private NavigableMap<Instant, Hsts> ramp() {
        NavigableMap<Instant, Hsts> ramp = new TreeMap<>();
        Hsts goal = properties.hsts().goal();
        LocalDate since = properties.hsts().rampSince();
        if (goal == null) {
            return ramp;
        }
        if (since == null) {
            ramp.put(Instant.MIN, goal);
            return ramp;
        }
        Instant began = since.atStartOfDay(ZoneOffset.UTC).toInstant();
        // Nothing to undo for longer than it takes to see that something is wrong.
        ramp.put(began, new Hsts(Duration.ofMinutes(5), goal.includeSubDomains(), false));
        ramp.put(began.plus(WEEK), new Hsts(WEEK, goal.includeSubDomains(), false));
        ramp.put(began.plus(WEEK.multipliedBy(5)), goal);
        return ramp;
    }

    private HeaderSettings settings(@Nullable Hsts hsts, boolean enforce) {
        HeaderSettings defaults = HeaderSettings.withDefaults();
        Set<String> removed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        removed.addAll(defaults.removed());
        properties.keep().forEach(removed::remove);
        List<PathRule> rules = properties.paths().stream()
                .map(path -> new PathRule(path.pattern(), path.framed(finished(named(path.profile()), hsts))))
                .toList();
        return new HeaderSettings(
                finished(named(properties.data()), hsts),
                finished(pages(enforce), hsts),
                finished(named(properties.assets()), hsts),
                rules,
                cookies,
                properties.noStorePersonal(),
                removed);
    }

    /** A profile by its name, as it is sent in the end. */
    Function<String, HeaderProfile> byName() {
        Hsts goal = properties.hsts().goal();
        return name -> finished(BuiltInProfile.of(name).profile(), goal);
    }

    private static HeaderProfile named(String name) {
        return BuiltInProfile.of(name).profile();
    }

    private HeaderProfile pages(boolean enforce) {
        HeaderProfile chosen = named(properties.pages());
        HeaderProfileBuilder pages = chosen.toBuilder(chosen.name());
        String policy = properties.csp().policy();
        String reportOnly = properties.csp().reportOnly();
        if (policy != null) {
            pages.enforce(Csp.parse(policy));
        }
        Csp observed = reportOnly == null ? chosen.observed().orElse(null) : Csp.parse(reportOnly);
        if (enforce && observed != null) {
            return pages.enforce(observed).observe(null).build();
        }
        return pages.observe(observed).build();
    }

    private HeaderProfile finished(HeaderProfile profile, @Nullable Hsts hsts) {
        HeaderProfileBuilder finished = profile.toBuilder(profile.name()).hsts(hsts);
        // Data and files have nothing to report: whatever they load, some page loads.
        boolean reports = reportAddress != null && !SILENT.contains(profile.name());
        return (reports && reportAddress != null ? finished.reportTo(reportAddress) : finished).build();
    }
}
