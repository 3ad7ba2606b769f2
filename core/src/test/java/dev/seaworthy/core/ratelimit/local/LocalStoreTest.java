// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.local;

import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.ratelimit.store.BucketStoreContract;
import dev.seaworthy.core.telemetry.Telemetry;

class LocalStoreTest extends BucketStoreContract {

    @Override
    protected BucketStore open() {
        return new LocalStore(1_000, time, new Telemetry());
    }
}
