// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.ratelimit;

import dev.seaworthy.core.ratelimit.Decision;
import dev.seaworthy.core.ratelimit.Decision.Refused;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.servlet.client.CallerAddress;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a request on, or refuses it, by the rules of one stage. Register it for the REQUEST dispatch with asynchronous requests
 * supported, inside of {@link dev.seaworthy.servlet.error.ErrorFilter}: once for what is limited by network, before anybody
 * has to find out who is calling, and once for what is limited by principal, after that. Thread-safe. Never waits for tokens.
 */
public final class RateLimitFilter implements Filter {

    private final RateLimitGate gate;
    private final List<LimitRule> rules;
    private final Exemption exemption;
    private final String active = RateLimitFilter.class.getName() + '.' + System.identityHashCode(this);

    /** Applies all rules that match, in this order; what was taken by those before one that refuses is given back. */
    public RateLimitFilter(RateLimitGate gate, List<LimitRule> rules, Exemption exemption) {
        this.gate = gate;
        this.rules = List.copyOf(rules);
        this.exemption = exemption;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http)
                || !(response instanceof HttpServletResponse answer)
                || http.getDispatcherType() != DispatcherType.REQUEST
                || http.getAttribute(active) != null) {
            chain.doFilter(request, response);
            return;
        }
        http.setAttribute(active, true);
        CallerAddress caller = gate.caller(http);
        if (gate.turnsAway(caller, http, answer)) {
            return;
        }
        List<Taken> taken = new ArrayList<>(rules.size());
        if (gate.isFree(caller) || take(http, answer, caller, taken)) {
            goOn(http, answer, chain, taken);
        }
    }

    /** False if it was refused, and answered. */
    private boolean take(
            HttpServletRequest request, HttpServletResponse response, CallerAddress caller, List<Taken> taken) {
        String path = path(request);
        for (LimitRule rule : rules) {
            if (!rule.appliesTo(request, path) || (rule.builtIn() && exemption.neverCounts(path))) {
                continue;
            }
            LimitKey key = gate.key(rule, request, caller);
            if (key == null) {
                continue;
            }
            Decision decision = gate.decide(rule, key, caller);
            if (decision == null) {
                continue;
            }
            if (decision instanceof Refused refused) {
                taken.stream().filter(earlier -> !earlier.rule().builtIn()).forEach(Taken::giveBack);
                gate.refuse(rule, refused, request, response);
                return false;
            }
            if (!((Decision.Allowed) decision).wouldRefuse()) {
                taken.add(new Taken(rule, key));
            }
            gate.tell(rule, decision, response);
        }
        return true;
    }

    private void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain, List<Taken> taken)
            throws IOException, ServletException {
        if (taken.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (taken.stream().noneMatch(Taken::waitsForStatus)) {
            chain.doFilter(request, response);
            giveBackStatic(request, response, taken);
            return;
        }
        StatusWatch answer = new StatusWatch(response);
        Settlement settlement = new Settlement(taken, answer);
        try {
            chain.doFilter(request, answer);
        } catch (Throwable failure) {
            settlement.failed(failure);
            throw failure;
        } finally {
            if (request.isAsyncStarted()) {
                whenOver(request, settlement);
            } else {
                settlement.settle();
            }
        }
        giveBackStatic(request, response, taken);
    }

    private void giveBackStatic(HttpServletRequest request, HttpServletResponse response, List<Taken> taken) {
        for (Taken one : taken) {
            if (one.rule().builtIn() && response.getStatus() < 400 && exemption.wasStatic(request)) {
                one.giveBack();
            }
        }
    }

    private static void whenOver(HttpServletRequest request, Settlement settlement) {
        try {
            request.getAsyncContext().addListener(settlement);
        } catch (IllegalStateException alreadyOver) {
            settlement.settle();
        }
    }

    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        String servlet = request.getServletPath();
        return info == null ? servlet : servlet + info;
    }
}
