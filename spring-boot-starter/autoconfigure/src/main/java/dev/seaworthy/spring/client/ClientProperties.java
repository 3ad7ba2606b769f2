// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.client;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who stands between the app and its clients.
 *
 * @param trustedProxies networks of the proxies whose X-Forwarded-For or Forwarded header is believed, in CIDR notation,
 *     such as 10.0.0.0/8
 */
@ConfigurationProperties("seaworthy.client")
record ClientProperties(@DefaultValue List<String> trustedProxies) {

    ClientProperties {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
