// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.http;

/**
 * Which edition of the IETF's RateLimit fields is spoken; they changed incompatibly twice.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields for HTTP</a>
 */
public enum FieldVersion {
    /** {@code RateLimit-Limit}, {@code RateLimit-Remaining}, {@code RateLimit-Reset}. */
    DRAFT_06,
    /** {@code RateLimit: limit=10, remaining=3, reset=21} and {@code RateLimit-Policy: 20;w=60}. */
    DRAFT_07,
    /** {@code RateLimit: "orders";r=3;t=21} and {@code RateLimit-Policy: "orders";q=20;w=60}; the newest. */
    DRAFT_10,
    /** No such fields. */
    OFF
}
