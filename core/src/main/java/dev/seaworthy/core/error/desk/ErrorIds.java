// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import dev.seaworthy.core.time.TimeSource;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Makes error ids: UUIDs of version 7, so that they sort by time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562, section 5.7</a>
 */
record ErrorIds(TimeSource time, LongSupplier random) {

    String next() {
        long millis = time.now().toEpochMilli() & 0xffff_ffff_ffffL;
        long high = millis << 16 | 0x7000L | random.getAsLong() & 0x0fffL;
        long low = 0x8000_0000_0000_0000L | random.getAsLong() & 0x3fff_ffff_ffff_ffffL;
        return new UUID(high, low).toString();
    }
}
