// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.trace;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Prints a failure for a log, the root first, because that is where the bug is and because the end is what gets cut.
 */
public final class StackText {

    /** So many frames of one link are printed at most. */
    public static final int MAX_FRAMES = 64;

    private static final int MAX_MESSAGE = 2_048;

    private final StringBuilder out = new StringBuilder(1_024);
    private final int max;
    private final UnaryOperator<String> redaction;

    private StackText(int max, UnaryOperator<String> redaction) {
        this.max = max;
        this.redaction = redaction;
    }

    /**
     * All causes, then what was suppressed. Only line feeds and tabs of its own part the lines: a message cannot bring in
     * a line.
     *
     * @param max longer text is cut and says so
     * @param redaction sees every message before it is cut
     */
    public static String of(CauseChain chain, int max, UnaryOperator<String> redaction) {
        StackText text = new StackText(max, redaction);
        StackTraceElement[] before = {};
        for (int i = chain.depth() - 1; i >= 0; i--) {
            before = text.link(
                    i == chain.depth() - 1 ? "" : "Wrapped by: ", chain.causes().get(i), before);
        }
        text.links(
                "Next: ", chain.causes().subList(chain.depth(), chain.causes().size()));
        text.links("Suppressed: ", chain.suppressed());
        return text.finish();
    }

    private void links(String label, List<Throwable> links) {
        links.forEach(link -> link(label, link, new StackTraceElement[0]));
    }

    private StackTraceElement[] link(String label, Throwable link, StackTraceElement[] before) {
        if (out.length() > max) {
            return before;
        }
        if (!out.isEmpty()) {
            out.append('\n');
        }
        out.append(label).append(SafeText.describe(link, MAX_MESSAGE, redaction));
        StackTraceElement[] frames = Frames.of(link);
        int common = common(frames, before);
        int own = frames.length - common;
        Arrays.stream(frames)
                .limit(Math.min(own, MAX_FRAMES))
                .forEach(frame -> out.append("\n\tat ").append(frame));
        if (own > MAX_FRAMES) {
            out.append("\n\t... ").append(own - MAX_FRAMES).append(" more");
        }
        if (common > 0) {
            out.append("\n\t... ").append(common).append(" common frames omitted");
        }
        return frames;
    }

    private String finish() {
        if (out.length() > max) {
            int cut = out.length() - max;
            out.setLength(max);
            out.append("...(+").append(cut).append(')');
        }
        return out.toString();
    }

    private static int common(StackTraceElement[] frames, StackTraceElement[] before) {
        int common = 0;
        while (common < frames.length
                && common < before.length
                && frames[frames.length - 1 - common].equals(before[before.length - 1 - common])) {
            common++;
        }
        return common;
    }
}
