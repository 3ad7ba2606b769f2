// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.door;

import java.time.Duration;

/** Hears of changes, on the thread that caused them. Must be thread-safe and quick. */
@FunctionalInterface
public interface DoorListener {

    /**
     * Something happened.
     *
     * @param service the name of the service
     * @param change what
     * @param shutFor how long no call goes out; zero when one may
     */
    void changed(String service, DoorChange change, Duration shutFor);
}
