// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.grade;

/** The Observatory's ways to count. They differ in what they reward, so a score means nothing without its algorithm. */
public enum Algorithm {
    /** Until October 2025: framing is rewarded by the policy only, openers and embedders are not looked at. */
    V4(4),
    /** Since August 2026: {@code X-Frame-Options}, the opener policy and the embedder policy are rewarded, too. */
    V6(6);

    private final int number;

    Algorithm(int number) {
        this.number = number;
    }

    /** As the Observatory numbers it. */
    public int number() {
        return number;
    }

    /**
     * The one with this number.
     *
     * @throws IllegalArgumentException if it is not known here
     */
    public static Algorithm of(int number) {
        for (Algorithm algorithm : values()) {
            if (algorithm.number == number) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException(
                "Observatory algorithm is not known here, got '" + number + "'; write 6, or 4 for the one before");
    }
}
