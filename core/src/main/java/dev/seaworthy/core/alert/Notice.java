// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import java.time.Duration;

/**
 * What a sink is told about an alert. Immutable.
 *
 * @param kind why it is told
 * @param alert the alert, of several that were silenced the latest; its text says what is so now
 * @param silenced how often it was raised again since it was last told
 * @param lasted since when it goes on, or how long it went on; zero when it is raised for the first time
 */
public record Notice(Kind kind, Alert alert, long silenced, Duration lasted) {

    /** Why something is told. */
    public enum Kind {
        /** It is new, or back after it was told to be over. */
        RAISED,
        /** It goes on: one summary of what was silenced during a cool-down. */
        DIGEST,
        /** It is over. Told only to those who were told that it began. */
        RESOLVED
    }

    static Notice raised(Alert alert, Duration lasted) {
        return new Notice(Kind.RAISED, alert, 0, lasted);
    }

    static Notice digest(Alert latest, long silenced, Duration lasted) {
        String text = "Goes on, raised " + times(silenced) + " since last told: " + latest.text();
        return new Notice(Kind.DIGEST, latest.withText(text), silenced, lasted);
    }

    static Notice resolved(Alert latest, String words, long silenced, Duration lasted) {
        String text = "Resolved after " + words(lasted)
                + (silenced == 0 ? "" : ", raised " + times(silenced) + " meanwhile") + ": " + words;
        return new Notice(Kind.RESOLVED, latest.withText(text), silenced, lasted);
    }

    /** The notice as an alert of its own, for sinks that only know texts: what is over is {@link Alert.Severity#INFO}. */
    public Alert asAlert() {
        return kind == Kind.RESOLVED ? alert.withSeverity(Alert.Severity.INFO) : alert;
    }

    private static String times(long count) {
        return count == 1 ? "once more" : count + " times more";
    }

    private static String words(Duration lasted) {
        long seconds = lasted.toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
    }
}
