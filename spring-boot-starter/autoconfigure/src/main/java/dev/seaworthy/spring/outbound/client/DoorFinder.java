// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound.client;

import dev.seaworthy.core.outbound.ExternalService;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Which door a request goes through. Thread-safe. */
@FunctionalInterface
public interface DoorFinder {

    /** The door for this address, null where none guards it. */
    @Nullable
    ExternalService find(URI address);
}
