// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.trace;

import dev.seaworthy.core.redact.Redact;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a throwable says, whatever it does when asked: its message may be missing, throw, or have ten megabytes.
 */
public final class SafeText {

    /** More characters of a message are never read into a log. */
    public static final int MAX_MESSAGE = 8_192;

    private static final int SEEN = 4;

    private SafeText() {}

    /** Class and message as one harmless line of at most about {@code max} characters. */
    public static String describe(Throwable link, int max) {
        String message = message(link);
        String type = link.getClass().getName();
        return message == null ? type : type + ": " + Redact.line(message, max);
    }

    /**
     * Class and message as one harmless line of at most about {@code max} characters, after {@code redaction} has seen
     * more of the message than is shown, so that a cut cannot hide a secret from it.
     */
    public static String describe(Throwable link, int max, UnaryOperator<String> redaction) {
        String message = message(link);
        String type = link instanceof Copy ? "" : link.getClass().getName();
        if (message == null) {
            return type;
        }
        String seen = message.length() > SEEN * max ? message.substring(0, SEEN * max) : message;
        String shown = Redact.line(redaction.apply(seen), max);
        return type.isEmpty() ? shown : type + ": " + shown;
    }

    /**
     * A throwable that every log library can print: the failure itself where it is well behaved, else a copy of its causes
     * with shortened messages.
     */
    public static Throwable printable(CauseChain chain) {
        boolean tame = chain.complete()
                && chain.causes().stream().allMatch(SafeText::isTame)
                && chain.suppressed().stream().allMatch(SafeText::isTame);
        return tame ? chain.outermost() : copy(chain);
    }

    private static Throwable copy(CauseChain chain) {
        Throwable copy = null;
        for (int i = chain.depth() - 1; i >= 0; i--) {
            copy = new Copy(chain.causes().get(i), copy);
        }
        return copy == null ? chain.outermost() : copy;
    }

    private static boolean isTame(Throwable link) {
        try {
            String message = link.getMessage();
            String localized = link.getLocalizedMessage();
            String text = link.toString();
            return length(message) <= MAX_MESSAGE
                    && length(localized) <= MAX_MESSAGE
                    && length(text) <= 2 * MAX_MESSAGE
                    && link.getStackTrace() != null;
        } catch (RuntimeException | Error wild) {
            return false;
        }
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static @Nullable String message(Throwable link) {
        try {
            return link.getMessage();
        } catch (RuntimeException | Error wild) {
            return "(its message cannot be read: " + wild.getClass().getName() + ")";
        }
    }

    private static final class Copy extends Throwable {

        private static final long serialVersionUID = 1L;

        Copy(Throwable original, @Nullable Throwable cause) {
            super(describe(original, MAX_MESSAGE), cause, false, true);
            setStackTrace(stack(original));
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }

        private static StackTraceElement[] stack(Throwable original) {
            return Frames.of(original);
        }
    }
}
