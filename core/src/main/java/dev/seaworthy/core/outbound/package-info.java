// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code outbound}: one guarded door per external service. An {@link dev.seaworthy.core.outbound.ExternalService}
 * answers an {@link dev.seaworthy.core.outbound.Outcome}, which is either {@link dev.seaworthy.core.outbound.Completed} or
 * {@link dev.seaworthy.core.outbound.Failed}. {@link dev.seaworthy.core.outbound.ExternalServices} knows all doors of an app.
 *
 * <p>From the outside in, a call passes: classification, the total deadline, retry, circuit breaker, bulkhead, attempt
 * timeout. {@code attempt} is what the called work sees, {@code door} holds the settings and runs the calls, {@code deadline}
 * carries the time that is left, {@code http} is what all HTTP clients share, {@code breaker}, {@code retry} and {@code
 * flight} hold one step each.
 */
@NullMarked
package dev.seaworthy.core.outbound;

import org.jspecify.annotations.NullMarked;
