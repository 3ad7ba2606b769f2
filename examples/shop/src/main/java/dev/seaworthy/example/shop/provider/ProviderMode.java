// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.provider;

/** The moods of the provider. */
enum ProviderMode {
    /** Charges and says so. */
    UP,
    /** Answers 503, charges nothing. */
    DOWN,
    /** Charges at once, answers late. */
    SLOW,
    /** By turns: 503, then charges and resets the connection instead of answering. */
    FLAKY,
    /** Answers 402, charges nothing. */
    DECLINE
}
