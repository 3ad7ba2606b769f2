// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.time;

/** The lowest room looks up to a later one, and so closes a cycle. */
public final class TooHigh {

    public static final Class<?> LATER = dev.seaworthy.core.error.Later.class;
}
