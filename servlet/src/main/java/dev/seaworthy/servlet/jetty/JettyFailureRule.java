// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.jetty;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.rule.HttpStatuses;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;

/** Knows what Jetty throws when a client sends too much, sends garbage, or leaves. Thread-safe. */
public final class JettyFailureRule implements FailureRule {

    private static final Pattern SIZE =
            Pattern.compile("too large >|larger than max|(?<!headers )max (memory )?(file size|length) exceeded");
    private static final int MAX_DEPTH = 8;

    /** A rule without state. */
    public JettyFailureRule() {}

    @Override
    public @Nullable Classification classify(Throwable link) {
        if (link instanceof EofException) {
            return Classification.of(FailureClass.CALLER_GONE);
        }
        if (link instanceof HttpException refusal && refusal.getCode() >= 400 && refusal.getCode() < 500) {
            boolean tooLarge = refusal.getCode() == 400 && isTooLarge(link.getCause());
            return HttpStatuses.classify(tooLarge ? 413 : refusal.getCode());
        }
        return null;
    }

    // Jetty says "bad form" whatever is wrong with it; only the words of the cause tell a large one.
    private static boolean isTooLarge(@Nullable Throwable cause) {
        Throwable link = cause;
        for (int depth = 0; link != null && depth < MAX_DEPTH; depth++) {
            String message = link.getMessage();
            if (link instanceof IllegalStateException
                    && message != null
                    && SIZE.matcher(message).find()) {
                return true;
            }
            link = link.getCause();
        }
        return false;
    }
}
