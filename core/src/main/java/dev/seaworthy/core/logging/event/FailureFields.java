// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.event;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import dev.seaworthy.core.error.trace.CauseChain;
import dev.seaworthy.core.error.trace.Fingerprint;
import dev.seaworthy.core.error.trace.StackText;
import dev.seaworthy.core.json.JsonWriter;
import dev.seaworthy.core.redact.Redactor;
import java.util.List;

/** What was thrown: its type, its words, which bug it is, and its stack. */
final class FailureFields {

    private static final String FINGERPRINT = "error.fingerprint";

    private final Redactor redactor;

    FailureFields(Redactor redactor) {
        this.redactor = redactor;
    }

    /** A fingerprint that room error has written already is the better one: it saw the failure before it was tamed. */
    void write(IThrowableProxy proxy, JsonWriter json, List<String> written) {
        json.name("error.type").value(proxy.getClassName());
        String message = proxy.getMessage();
        if (message != null) {
            json.name("error.message").value(EventLimits.masked(redactor, message, EventLimits.VALUE));
        }
        String stack;
        if (proxy instanceof ThrowableProxy real) {
            CauseChain chain = CauseChain.of(real.getThrowable());
            if (!written.contains(FINGERPRINT)) {
                json.name(FINGERPRINT).value(Fingerprint.of(chain).value());
            }
            stack = StackText.of(chain, EventLimits.STACK, redactor::text);
        } else {
            stack = EventLimits.masked(redactor, ThrowableProxyUtil.asString(proxy), EventLimits.STACK);
        }
        json.name("error.stack_trace").value(stack);
    }
}
