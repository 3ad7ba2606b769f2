// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.client;

import dev.seaworthy.core.client.Grouping;
import dev.seaworthy.core.client.Networks;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Who stands between the app and its clients.
 *
 * @param trustedProxies networks of the proxies whose X-Forwarded-For or Forwarded header is believed, in CIDR notation,
 *     such as 10.0.0.0/8
 * @param ipv4PrefixLength how many leading bits of an IPv4 address are one client, 8 to 32
 * @param ipv6PrefixLength how many leading bits of an IPv6 address are one client, 16 to 128
 */
@ConfigurationProperties("seaworthy.client")
record ClientProperties(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("32") int ipv4PrefixLength,
        @DefaultValue("64") int ipv6PrefixLength) {

    ClientProperties {
        trustedProxies = List.copyOf(trustedProxies);
    }

    Networks proxies() {
        return NetworkList.read("seaworthy.client.trusted-proxies", trustedProxies);
    }

    Grouping grouping() {
        Grouping defaults = Grouping.withDefaults();
        checked("ipv4-prefix-length", ipv4PrefixLength, () -> new Grouping(ipv4PrefixLength, defaults.ipv6Bits()));
        checked("ipv6-prefix-length", ipv6PrefixLength, () -> new Grouping(defaults.ipv4Bits(), ipv6PrefixLength));
        return new Grouping(ipv4PrefixLength, ipv6PrefixLength);
    }

    private static void checked(String name, Object value, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException wrong) {
            throw new InvalidConfigurationPropertyValueException("seaworthy.client." + name, value, wrong.getMessage());
        }
    }
}
