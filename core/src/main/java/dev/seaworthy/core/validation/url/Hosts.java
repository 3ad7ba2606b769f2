// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.url;

import dev.seaworthy.core.client.Addresses;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which hosts can be reached by everybody, judged by how they are written. */
final class Hosts {

    /** Names of this machine and of networks that are not the internet. */
    private static final List<String> PRIVATE_ENDS = List.of(
            ".localhost",
            ".local",
            ".internal",
            ".intranet",
            ".lan",
            ".home",
            ".corp",
            ".private",
            ".arpa",
            ".test",
            ".invalid",
            ".onion");

    private Hosts() {}

    static boolean arePublic(String host) {
        if (host.startsWith("[")) {
            return isPublicAddress(Addresses.parse(host));
        }
        String name = host.toLowerCase(Locale.ROOT);
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (LooseIpv4.isMeant(bare)) {
            return isPublicAddress(LooseIpv4.parse(bare));
        }
        return isPublicName(bare);
    }

    private static boolean isPublicAddress(Optional<InetAddress> address) {
        return address.isPresent() && SpecialNetworks.isPublic(address.get());
    }

    private static boolean isPublicName(String name) {
        return name.indexOf('.') > 0
                && !name.contains("..")
                && PRIVATE_ENDS.stream().noneMatch(name::endsWith);
    }
}
