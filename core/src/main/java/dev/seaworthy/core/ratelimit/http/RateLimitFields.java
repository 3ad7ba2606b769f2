// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.http;

import dev.seaworthy.core.ratelimit.Decision;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.Window;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The response fields that tell a client how much it may still do. Thread-safe; never throws. */
public final class RateLimitFields {

    private static final int MAX_KNOWN = 1_000;

    private final FieldVersion version;
    private final boolean legacy;
    private final Map<Policy, String> policyTexts = new ConcurrentHashMap<>();

    /**
     * Speaks one edition.
     *
     * @param legacy whether {@code X-RateLimit-Limit}, {@code -Remaining} and {@code -Reset} are sent as well
     */
    public RateLimitFields(FieldVersion version, boolean legacy) {
        this.version = version;
        this.legacy = legacy;
    }

    /** Says what the decision leaves. The fields of several policies on one response are several values of one list. */
    public void tell(Decision decision, BiConsumer<String, String> field) {
        tell(decision, wholeSeconds(decision.resetNanos()), field);
    }

    /** Says when to come back instead of when all is as new: for a refusal. */
    public void tell(Decision decision, long resetSeconds, BiConsumer<String, String> field) {
        Policy policy = decision.policy();
        int index = Math.min(decision.window(), policy.windows().size() - 1);
        Window window = policy.windows().get(index);
        String remaining = String.valueOf(decision.remaining());
        String reset = String.valueOf(resetSeconds);
        switch (version) {
            case DRAFT_06 -> {
                field.accept("RateLimit-Limit", String.valueOf(window.burst()));
                field.accept("RateLimit-Remaining", remaining);
                field.accept("RateLimit-Reset", reset);
            }
            case DRAFT_07 -> {
                field.accept("RateLimit-Policy", policyText(policy));
                field.accept("RateLimit", "limit=" + window.burst() + ", remaining=" + remaining + ", reset=" + reset);
            }
            case DRAFT_10 -> {
                field.accept("RateLimit-Policy", policyText(policy));
                field.accept("RateLimit", '"' + windowName(policy, index) + "\";r=" + remaining + ";t=" + reset);
            }
            case OFF -> {}
        }
        if (legacy) {
            field.accept("X-RateLimit-Limit", String.valueOf(window.burst()));
            field.accept("X-RateLimit-Remaining", remaining);
            field.accept("X-RateLimit-Reset", reset);
        }
    }

    /** How a window is called: as its policy, and with a number from the second one on. */
    static String windowName(Policy policy, int window) {
        return window == 0 ? policy.name() : policy.name() + '-' + (window + 1);
    }

    static long wholeSeconds(long nanos) {
        return Math.max(0, (nanos + 999_999_999L) / 1_000_000_000L);
    }

    private String policyText(Policy policy) {
        String known = policyTexts.get(policy);
        if (known != null) {
            return known;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < policy.windows().size(); i++) {
            Window window = policy.windows().get(i);
            text.append(i == 0 ? "" : ", ");
            if (version == FieldVersion.DRAFT_07) {
                text.append(window.burst()).append(";w=");
            } else {
                text.append('"')
                        .append(windowName(policy, i))
                        .append("\";q=")
                        .append(window.burst())
                        .append(";w=");
            }
            text.append(Math.max(1, wholeSeconds(window.refill().toNanos())));
        }
        if (policyTexts.size() < MAX_KNOWN) {
            policyTexts.put(policy, text.toString());
        }
        return text.toString();
    }
}
