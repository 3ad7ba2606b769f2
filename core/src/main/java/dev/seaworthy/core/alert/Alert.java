// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import org.jspecify.annotations.Nullable;

/**
 * Something the team should know. Alerts with the same code and subject are the same alert. Immutable.
 *
 * @param code stable, {@code UPPER_SNAKE}
 * @param subject what it is about: a service, a database, the fingerprint of a bug; never what a client sent
 * @param text one sentence for people
 * @param correlationId the request in which it was noticed, null outside of one
 */
public record Alert(
        String code, String subject, String text, @Nullable String correlationId) {}
