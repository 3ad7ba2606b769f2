// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

import dev.seaworthy.core.error.desk.ErrorDeskBuilder;
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

    /** Sets one up; everything is optional. */
    static ErrorDeskBuilder builder() {
        return new ErrorDeskBuilder();
    }
}
