// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs webhooks, and checks the signature of those that arrive, as Standard Webhooks has it: HMAC-SHA256 over id, time and
 * body. The time is part of what is signed, so that a request that somebody has recorded is of no use later; within {@link
 * #TOLERANCE} a receiver knows a replay by its id. Immutable, thread-safe.
 *
 * @see <a href="https://www.standardwebhooks.com/">Standard Webhooks</a>
 */
public final class WebhookSignature {

    /** A request that is older, or from further in the future, is not accepted. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** The header with the id of the message, the same when it is sent again. */
    public static final String ID = "webhook-id";

    /** The header with the time of this sending, in seconds of the Unix epoch. */
    public static final String TIMESTAMP = "webhook-timestamp";

    /** The header with the signatures, separated by spaces. */
    public static final String SIGNATURE = "webhook-signature";

    private static final String SECRET_PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private final SecretKeySpec key;

    private WebhookSignature(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * With a shared secret.
     *
     * @param secret {@code whsec_} and 24 to 64 random bytes in Base64
     * @throws IllegalArgumentException if it is not; the message does not repeat it
     */
    public static WebhookSignature of(String secret) {
        byte[] bytes = decoded(secret);
        if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("webhook secret must be whsec_ and " + LEAST_BYTES + " to " + MOST_BYTES
                    + " random bytes in Base64, got '***' (not shown); write what"
                    + " this prints: echo whsec_$(openssl rand -base64 32)");
        }
        return new WebhookSignature(bytes);
    }

    /** The value of {@link #SIGNATURE}. */
    public String sign(String id, Instant at, String body) {
        return VERSION + Base64.getEncoder().encodeToString(mac(id + '.' + at.getEpochSecond() + '.' + body));
    }

    /**
     * Whether a request was signed with this secret, and lately. Compares in constant time; nothing that is sent makes it
     * throw.
     *
     * @param id what {@link #ID} holds
     * @param timestamp what {@link #TIMESTAMP} holds
     * @param signatures what {@link #SIGNATURE} holds: one that matches is enough
     * @param body the body, as it came
     * @param now the receiver's time
     */
    public boolean matches(String id, String timestamp, String signatures, String body, Instant now) {
        Instant at;
        try {
            at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        } catch (NumberFormatException | DateTimeException unreadable) {
            return false;
        }
        if (Duration.between(at, now).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        byte[] wanted = sign(id, at, body).getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String signature : signatures.split(" ", 20)) {
            found |= MessageDigest.isEqual(wanted, signature.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static byte[] decoded(String secret) {
        if (!secret.startsWith(SECRET_PREFIX)) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return "WebhookSignature[***]";
    }
}
