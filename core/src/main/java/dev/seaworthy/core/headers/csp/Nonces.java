// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.csp;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * Makes nonces of 144 bits, in URL-safe base64, so that nothing needs escaping in an attribute. Thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/#security-nonces">Content Security Policy Level 3, section 7.1</a>
 */
public final class Nonces {

    private static final int BYTES = 18;
    private static final int STOCK = 128;
    private static final int STRIPES = 16;

    private final SecureRandom random;
    private final Stock[] stocks = new Stock[STRIPES];

    /** From the platform's own source of randomness. */
    public Nonces() {
        this(new SecureRandom());
    }

    /** From a source of the caller's. */
    public Nonces(SecureRandom random) {
        this.random = random;
        Arrays.setAll(stocks, i -> new Stock());
    }

    /** A new one: 24 characters, never the same again. */
    public String next() {
        // Not a thread-local: a virtual thread makes one nonce in its life.
        return stocks[(int) Thread.currentThread().getId() & STRIPES - 1].take();
    }

    // One call for many nonces costs little more than one call for one, and the source is behind a lock.
    private final class Stock {

        private final byte[] bytes = new byte[BYTES * STOCK];
        private final byte[] nonce = new byte[BYTES];
        private int at = bytes.length;

        synchronized String take() {
            if (at == bytes.length) {
                random.nextBytes(bytes);
                at = 0;
            }
            System.arraycopy(bytes, at, nonce, 0, BYTES);
            Arrays.fill(bytes, at, at + BYTES, (byte) 0);
            at += BYTES;
            return Base64.getUrlEncoder().encodeToString(nonce);
        }
    }
}
