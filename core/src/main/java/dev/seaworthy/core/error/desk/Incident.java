// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.trace.CauseChain;
import dev.seaworthy.core.error.trace.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * One failure, seen from inside.
 *
 * @param problem what the client is told
 * @param found what it is, before anything was left out for the client
 * @param chain null for a refusal without a throwable
 * @param fingerprint null for a refusal without a throwable
 */
record Incident(
        Problem problem,
        Classification found,
        @Nullable CauseChain chain,
        @Nullable Fingerprint fingerprint) {}
