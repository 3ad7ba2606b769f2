// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code redact}: what must never be seen in a log, a dump, a report. {@link dev.seaworthy.core.redact.Redact}
 * turns any text into one harmless line, so that nobody can forge a log entry or steer a terminal, and tells which names
 * ({@code Authorization}, {@code db.password}) announce a value that must be masked.
 * {@link dev.seaworthy.core.redact.Redactor}, set up by {@link dev.seaworthy.core.redact.RedactSettings}, masks the
 * secrets inside of a text.
 */
@NullMarked
package dev.seaworthy.core.redact;

import org.jspecify.annotations.NullMarked;
