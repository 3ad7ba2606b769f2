// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.layout;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A throwable with safe messages; its stack keeps its lines. */
record SafeThrowable(IThrowableProxy proxy, SafeWords words) implements IThrowableProxy {

    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy proxy, SafeWords words) {
        return proxy == null ? null : new SafeThrowable(proxy, words);
    }

    @Override
    public @Nullable String getOverridingMessage() {
        String message = proxy.getOverridingMessage();
        return message == null ? null : words.text(message);
    }

    @Override
    public @Nullable String getMessage() {
        String message = proxy.getMessage();
        return message == null ? null : words.text(message);
    }

    @Override
    public String getClassName() {
        return proxy.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return proxy.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return proxy.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return of(proxy.getCause(), words);
    }

    @Override
    public IThrowableProxy @Nullable [] getSuppressed() {
        IThrowableProxy[] suppressed = proxy.getSuppressed();
        return suppressed == null
                ? null
                : Arrays.stream(suppressed)
                        .map(link -> new SafeThrowable(link, words))
                        .toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return proxy.isCyclic();
    }
}
