// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The mask, with 48 bits of a keyed hash behind it where there is a key. */
final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHOWN_BYTES = 6;

    private final @Nullable SecretKeySpec key;

    Pseudonyms(@Nullable String key) {
        this.key = key == null ? null : new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String of(String secret) {
        if (key == null || secret.startsWith(Redact.MASK)) {
            return Redact.MASK;
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return Redact.MASK + '#' + HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
        } catch (GeneralSecurityException everyJdkHasIt) {
            return Redact.MASK;
        }
    }
}
