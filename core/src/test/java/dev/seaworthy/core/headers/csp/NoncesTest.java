// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.csp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoncesTest {

    private final Nonces nonces = new Nonces();

    @Test
    void nonceHasMoreThan128BitsAndNeedsNoEscaping() {
        String nonce = nonces.next();
        assertThat(Base64.getUrlDecoder().decode(nonce)).hasSizeGreaterThanOrEqualTo(16);
        assertThat(nonce).matches("[A-Za-z0-9_-]{24}");
    }

    @Test
    void noTwoAreTheSameWhoeverAsks() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000)
                .parallel()
                .forEach(i -> assertThat(seen.add(nonces.next())).isTrue());
        assertThat(seen).hasSize(20_000);
    }
}
