// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code logging}: one redacted JSON line per event. {@link dev.seaworthy.core.logging.JsonLogging} sets it up in a
 * plain app, {@link dev.seaworthy.core.logging.JsonLogEncoder} is what Logback's own configuration names,
 * {@link dev.seaworthy.core.logging.TameThrowables} keeps a hostile exception from failing who logs it, and
 * {@link dev.seaworthy.core.logging.LogFields} has the names that all rooms share.
 */
@NullMarked
package dev.seaworthy.core.logging;

import org.jspecify.annotations.NullMarked;
