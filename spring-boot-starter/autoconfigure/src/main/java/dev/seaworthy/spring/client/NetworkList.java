// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.client;

import dev.seaworthy.core.client.Network;
import dev.seaworthy.core.client.Networks;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Reads networks from a property. */
public final class NetworkList {

    private NetworkList() {}

    /**
     * Reads a property's values.
     *
     * @throws InvalidConfigurationPropertyValueException naming the property, quoting the value, and saying what to write,
     *     if one is not in CIDR notation; Boot prints it as the reason why the app does not start
     */
    public static Networks read(String property, List<String> values) {
        List<Network> networks = new ArrayList<>();
        for (String value : values) {
            try {
                networks.add(Network.parse(value));
            } catch (IllegalArgumentException wrong) {
                throw new InvalidConfigurationPropertyValueException(property, value, wrong.getMessage());
            }
        }
        return Networks.of(networks);
    }
}
