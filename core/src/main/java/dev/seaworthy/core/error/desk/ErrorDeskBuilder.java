// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.error.rule.FailsWithRule;
import dev.seaworthy.core.error.rule.JdkFailureRule;
import dev.seaworthy.core.error.rule.SqlFailureRule;
import dev.seaworthy.core.error.text.BundleTexts;
import dev.seaworthy.core.error.text.ProblemTexts;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sets up an {@link ErrorDesk}. Everything is optional. Not thread-safe; the desk that it builds is.
 *
 * <p>A failure is shown to the rules in this order, each rule seeing the whole chain of causes, outermost first, before the
 * next rule is asked: {@link ProblemException}, which knows itself; the app's rules, in the order given; {@link
 * dev.seaworthy.core.error.rule.FailsWith}; the frameworks' rules; SQL; the JDK. When none of them knows any of the causes,
 * all are asked again about what was suppressed.
 */
public final class ErrorDeskBuilder {

    private final List<FailureRule> rules = new ArrayList<>();
    private final List<FailureRule> frameworkRules = new ArrayList<>();
    private ErrorSettings settings = ErrorSettings.withDefaults();
    private TimeSource time = TimeSource.system();
    private Telemetry telemetry = new Telemetry();
    private Map<String, String> constraints = Map.of();
    private LongSupplier random = () -> ThreadLocalRandom.current().nextLong();
    private @Nullable ProblemTexts texts;
    private @Nullable Alerts alerts;
    private AlarmSettings alarms = AlarmSettings.withDefaults();

    /** Called by {@link ErrorDesk#builder()}. */
    public ErrorDeskBuilder() {}

    /** What can be chosen. */
    public ErrorDeskBuilder settings(ErrorSettings chosen) {
        settings = chosen;
        return this;
    }

    /** One more rule of the app, asked after those given before. */
    public ErrorDeskBuilder rule(FailureRule rule) {
        rules.add(rule);
        return this;
    }

    /** More rules of the app, asked after those given before. */
    public ErrorDeskBuilder rules(List<? extends FailureRule> more) {
        rules.addAll(more);
        return this;
    }

    /** Rules for a framework's or container's own exceptions: what the app says of its exceptions comes first. */
    public ErrorDeskBuilder frameworkRules(List<? extends FailureRule> more) {
        frameworkRules.addAll(more);
        return this;
    }

    /**
     * Which database constraint is about which value of a request: {@code users_email_key} to {@code /email}. Only these are
     * ever told to a client, and only the pointer. Names are compared without case, with or without schema and table.
     */
    public ErrorDeskBuilder constraints(Map<String, String> pointerByConstraint) {
        constraints = Map.copyOf(pointerByConstraint);
        return this;
    }

    /** The app's own words; keys unknown to them are looked up in the texts that come along. */
    public ErrorDeskBuilder texts(ProblemTexts own) {
        texts = own;
        return this;
    }

    /** The clock. */
    public ErrorDeskBuilder time(TimeSource source) {
        time = source;
        return this;
    }

    /** Where failures are counted. */
    public ErrorDeskBuilder telemetry(Telemetry counters) {
        telemetry = counters;
        return this;
    }

    /** Who is told; nobody, unless given. */
    public ErrorDeskBuilder alerts(Alerts told) {
        alerts = told;
        return this;
    }

    /** How many failures make an alert. */
    public ErrorDeskBuilder alarms(AlarmSettings chosen) {
        alarms = chosen;
        return this;
    }

    /**
     * Where the random bits of error ids come from: they have to be unique, but no secret depends on them, so the cheap
     * source of the thread will do.
     */
    ErrorDeskBuilder random(LongSupplier bits) {
        random = bits;
        return this;
    }

    /** Opens the desk. */
    public ErrorDesk build() {
        Guard guard = new Guard(telemetry);
        ProblemTexts shipped = BundleTexts.shipped();
        ProblemMaker maker = new ProblemMaker(
                settings,
                new Words(texts == null ? List.of(shipped) : List.of(texts, shipped), guard),
                new ErrorIds(time, random));
        Alarm alarm = new Alarm(alerts == null ? new Alerts(time, telemetry, List.of()) : alerts, alarms, time);
        return new FrontDesk(new Classifier(allRules(), guard), maker, new FailureLog(), alarm, guard, telemetry);
    }

    private List<FailureRule> allRules() {
        List<FailureRule> all = new ArrayList<>();
        all.add(link -> link instanceof ProblemException problem ? problem.classification() : null);
        all.addAll(rules);
        all.add(new FailsWithRule());
        all.addAll(frameworkRules);
        all.add(new SqlFailureRule(constraints));
        all.add(new JdkFailureRule());
        return all;
    }
}
