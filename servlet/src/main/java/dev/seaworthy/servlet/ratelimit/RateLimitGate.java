// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.ratelimit;

import dev.seaworthy.core.client.Addresses;
import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.client.Grouping;
import dev.seaworthy.core.client.Networks;
import dev.seaworthy.core.client.ProxyWatch;
import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.ratelimit.Decision;
import dev.seaworthy.core.ratelimit.Decision.Refused;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.RateLimiter;
import dev.seaworthy.core.ratelimit.http.RateLimitFields;
import dev.seaworthy.core.ratelimit.http.Refusals;
import dev.seaworthy.servlet.client.CallerAddress;
import dev.seaworthy.servlet.client.CallerLanguage;
import dev.seaworthy.servlet.error.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What both limiting filters need: who is calling, who is let through or turned away whatever the limit, and how a refusal is told. */
public final class RateLimitGate {

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.ratelimit");

    private final ClientResolver clients;
    private final ProxyWatch watch;
    private final Networks allowed;
    private final Networks denied;
    private final RateLimitFields fields;
    private final Answer answer;
    private final Refusals refusals = new Refusals();
    private final AtomicBoolean saidBuiltIn = new AtomicBoolean();
    private final AtomicBoolean saidBrokenKey = new AtomicBoolean();
    private final AtomicBoolean saidBrokenLimiter = new AtomicBoolean();

    /** How a refusal is written. */
    public record Answer(ErrorDesk desk, ProblemWriter writer) {}

    /**
     * Wires it.
     *
     * @param allowed networks that no limit applies to
     * @param denied networks that nothing is served to: 403
     */
    public RateLimitGate(
            ClientResolver clients,
            ProxyWatch watch,
            Networks allowed,
            Networks denied,
            RateLimitFields fields,
            Answer answer) {
        this.clients = clients;
        this.watch = watch;
        this.allowed = allowed;
        this.denied = denied;
        this.fields = fields;
        this.answer = answer;
    }

    CallerAddress caller(HttpServletRequest request) {
        CallerAddress caller = CallerAddress.of(request, clients);
        if (caller.forwardedFor() != null) {
            watch.saw(caller.peer(), caller.forwardedFor());
        }
        return caller;
    }

    boolean isFree(CallerAddress caller) {
        return !allowed.isEmpty() && allowed.contains(caller.client());
    }

    /** True if the caller was turned away. */
    boolean turnsAway(CallerAddress caller, HttpServletRequest request, HttpServletResponse response) {
        if (denied.isEmpty() || !denied.contains(caller.client())) {
            return false;
        }
        write(request, response, Classification.of(FailureClass.FORBIDDEN));
        return true;
    }

    @Nullable
    LimitKey key(LimitRule rule, HttpServletRequest request, CallerAddress caller) {
        try {
            return rule.key().key(request, caller.client());
        } catch (RuntimeException broken) {
            if (saidBrokenKey.compareAndSet(false, true)) {
                LOG.warn(
                        "key of rate limit policy '{}' failed, the network of the client is taken instead; said once",
                        rule.limiter().policy().name(),
                        broken);
            }
            return LimitKey.of(caller.client(), Grouping.withDefaults());
        }
    }

    /** Takes the tokens, or counts only where that is all that may be done; null where the limiter itself failed. */
    @Nullable
    Decision decide(LimitRule rule, LimitKey key, CallerAddress caller) {
        RateLimiter limiter = rule.limiter();
        boolean onlyCount = rule.builtIn() && watch.mayBeUnknownProxy(caller.peer(), caller.forwardedFor() != null);
        try {
            return onlyCount ? limiter.observe(key, rule.cost()) : limiter.tryAcquire(key, rule.cost());
        } catch (RuntimeException broken) {
            if (saidBrokenLimiter.compareAndSet(false, true)) {
                LOG.warn(
                        "rate limit policy '{}' failed, the request goes on without it; said once",
                        limiter.policy().name(),
                        broken);
            }
            return null;
        }
    }

    void tell(LimitRule rule, Decision decision, HttpServletResponse response) {
        if (!rule.builtIn()) {
            fields.tell(decision, (name, value) -> addTo(response, name, value));
        }
    }

    void refuse(LimitRule rule, Refused refused, HttpServletRequest request, HttpServletResponse response) {
        if (rule.builtIn() && saidBuiltIn.compareAndSet(false, true)) {
            LOG.warn(
                    "the built-in rate limit refuses for the first time, a request of {}; if that is no flood, declare what a"
                            + " client may do under seaworthy.ratelimit.policies, exempt its network with"
                            + " seaworthy.ratelimit.allow, or write seaworthy.ratelimit.built-in=shadow; said once",
                    Addresses.masked(CallerAddress.of(request, clients).client()));
        }
        long seconds = refusals.retryAfterSeconds(refused);
        fields.tell(refused, seconds, (name, value) -> addTo(response, name, value));
        write(request, response, refusals.classify(refused, seconds));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Classification refusal) {
        answer.writer().write(request, response, answer.desk().refuse(refusal, CallerLanguage.wanted(request)));
    }

    /** Only the structured fields are lists; of the others the first one, which is the outermost limit's, stays. */
    private static void addTo(HttpServletResponse response, String name, String value) {
        if (value.startsWith("\"") && response.containsHeader(name)) {
            response.setHeader(name, response.getHeader(name) + ", " + value);
        } else if (!response.containsHeader(name)) {
            response.setHeader(name, value);
        }
    }
}
