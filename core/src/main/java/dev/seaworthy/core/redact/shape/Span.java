// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact.shape;

/** From where to where, in one number, because clean text must cost no allocation. */
final class Span {

    static final long NONE = -1;

    private Span() {}

    static long of(int start, int end) {
        return end > start ? ((long) start << 32) | end : NONE;
    }

    static int start(long span) {
        return (int) (span >>> 32);
    }

    static int end(long span) {
        return (int) span;
    }
}
