// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.client;

import dev.seaworthy.core.outbound.door.OutboundSettings;

final class Settings {

    private Settings() {}

    static OutboundSettings withIdempotencyHeader(OutboundSettings settings, String header) {
        return new OutboundSettings(
                settings.timeout(),
                settings.attemptTimeout(),
                settings.leastTime(),
                settings.maxConcurrent(),
                settings.isolated(),
                settings.sendHeaders(),
                header,
                settings.retry(),
                settings.breaker(),
                settings.refusals());
    }
}
