// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.provider;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The built-in payment provider.
 *
 * @param enabled whether it runs inside the shop
 * @param port where it listens, on the loopback interface only; 0 takes a free one
 * @param slow how long it keeps its answer back in mode SLOW
 * @param ledger the file that remembers what was charged
 */
@ConfigurationProperties("shop.provider")
record ProviderProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("8090") int port,
        @DefaultValue("20s") Duration slow,
        Path ledger) {}
