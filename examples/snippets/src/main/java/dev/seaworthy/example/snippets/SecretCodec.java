// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonFault;
import dev.seaworthy.core.json.JsonLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Keeps payloads and results secret at rest: whoever reads the table or a backup of it sees ciphertext. */
final class SecretCodec implements JsonCodec {

    // region secret
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final JsonCodec inside;
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    SecretCodec(JsonCodec inside, SecretKey key) {
        this.inside = inside;
        this.key = key;
    }

    @Override
    public String write(Object value) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, inside.write(value).getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getEncoder().encodeToString(all);
    }

    @Override
    public <T> T read(String text, Class<T> type, JsonLimits limits) {
        ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        byte[] nonce = new byte[NONCE];
        all.get(nonce);
        byte[] sealed = new byte[all.remaining()];
        all.get(sealed);
        String json = new String(apply(Cipher.DECRYPT_MODE, nonce, sealed), StandardCharsets.UTF_8);
        return inside.read(json, type, limits);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException meddledWith) {
            throw new IllegalArgumentException("payload cannot be opened with this key", meddledWith);
        }
    }
    // end

    @Override
    public String propertyName(Class<?> owner, String property) {
        return inside.propertyName(owner, property);
    }

    @Override
    public Optional<JsonFault> fault(Throwable failure) {
        return inside.fault(failure);
    }
}
