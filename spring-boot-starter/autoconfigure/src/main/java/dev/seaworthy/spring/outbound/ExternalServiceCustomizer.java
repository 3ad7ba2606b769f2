// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import dev.seaworthy.core.outbound.door.ExternalServiceBuilder;

/** Has the last word on a door before it opens: a bean of it is asked for every service of the properties. */
@FunctionalInterface
public interface ExternalServiceCustomizer {

    /**
     * Changes what the properties cannot say.
     *
     * @param service the name of the service
     * @param builder set up from the properties already
     */
    void customize(String service, ExternalServiceBuilder builder);
}
