// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

/** The header in which the proxies in front say for whom they forward. Names are as they travel. */
public enum ForwardingHeader {
    /** What nearly every balancer writes, though no standard says how. */
    X_FORWARDED_FOR,
    /** The standard one, RFC 7239. */
    FORWARDED
}
