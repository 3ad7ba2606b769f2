// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

import dev.seaworthy.core.error.desk.ErrorDeskBuilder;
import java.util.List;
import java.util.Locale;

/**
 * Where every failure ends: it is classified, gets its ids, is logged exactly once, counted, and the team is told where
 * the table says so. What comes back is what the client may see. Thread-safe; never throws.
 *
 * <p>Call it once for each failure: a second call for the same failure is a second occurrence.
 */
public interface ErrorDesk {

    /** Takes in a failure. */
    Problem report(Throwable failure, Locale locale);

    /** Takes in a refusal that was decided without a throwable. */
    Problem refuse(Classification refusal, Locale locale);

    /** Takes in a failure whose class the caller knows better than the classifier. */
    Problem report(Throwable failure, Classification classification, Locale locale);

    /**
     * As {@link #report(Throwable, Locale)}, in the first of these languages that the problem can be told in.
     *
     * @param wanted most wanted first; empty for a client that understands none, which gets English
     */
    default Problem report(Throwable failure, List<Locale> wanted) {
        return report(failure, first(wanted));
    }

    /** As {@link #refuse(Classification, Locale)}, in the first of these languages that the problem can be told in. */
    default Problem refuse(Classification refusal, List<Locale> wanted) {
        return refuse(refusal, first(wanted));
    }

    /** As {@link #report(Throwable, Classification, Locale)}, in the first of these languages that the problem can be told in. */
    default Problem report(Throwable failure, Classification classification, List<Locale> wanted) {
        return report(failure, classification, first(wanted));
    }

    private static Locale first(List<Locale> wanted) {
        return wanted.isEmpty() ? Locale.ENGLISH : wanted.get(0);
    }

    /** Sets one up; everything is optional. */
    static ErrorDeskBuilder builder() {
        return new ErrorDeskBuilder();
    }
}
