// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.tomcat;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.rule.HttpStatuses;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;

/** Knows what Tomcat throws when a client sends too much, sends garbage, or leaves. Thread-safe. */
public final class TomcatFailureRule implements FailureRule {

    // Tomcat 11's; this code is compiled against 10.1.
    private static final String INVALID_PARAMETER = "org.apache.tomcat.util.http.InvalidParameterException";

    /** A rule without state. */
    public TomcatFailureRule() {}

    @Override
    public @Nullable Classification classify(Throwable link) {
        if (link instanceof SizeException || link instanceof FileCountLimitExceededException) {
            return HttpStatuses.classify(413);
        }
        if (link instanceof ClientAbortException) {
            return Classification.of(FailureClass.CALLER_GONE);
        }
        if (link instanceof BadRequestException || isUnreadableLanguages(link)) {
            return HttpStatuses.classify(400);
        }
        return link.getClass().getName().equals(INVALID_PARAMETER) ? HttpStatuses.classify(errorCode(link)) : null;
    }

    // Thrown by getLocale() at a list that is too long, as an exception of no kind of its own.
    private static boolean isUnreadableLanguages(Throwable link) {
        StackTraceElement[] frames =
                link instanceof IllegalArgumentException ? link.getStackTrace() : new StackTraceElement[0];
        return frames.length > 0
                && frames[0].getClassName().equals("org.apache.catalina.connector.Request")
                && frames[0].getMethodName().startsWith("parseLocales");
    }

    private static int errorCode(Throwable invalidParameter) {
        try {
            Object code = invalidParameter.getClass().getMethod("getErrorCode").invoke(invalidParameter);
            return code instanceof Integer status && status >= 400 && status < 500 ? status : 400;
        } catch (ReflectiveOperationException otherTomcat) {
            return 400;
        }
    }
}
