// SPDX-License-Identifier: Apache-2.0
/**
 * Reads throwables that may be hostile: cyclic, endless, huge, or themselves throwing. {@link
 * dev.seaworthy.core.error.trace.CauseChain} lists all of a failure's links, {@link
 * dev.seaworthy.core.error.trace.Fingerprint} recognises the same bug again, {@link
 * dev.seaworthy.core.error.trace.SafeText} has their words and a copy that any log library can print, {@link
 * dev.seaworthy.core.error.trace.StackText} prints them itself.
 */
@NullMarked
package dev.seaworthy.core.error.trace;

import org.jspecify.annotations.NullMarked;
