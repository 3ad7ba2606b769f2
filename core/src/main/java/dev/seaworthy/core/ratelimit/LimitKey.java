// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit;

import dev.seaworthy.core.client.Addresses;
import dev.seaworthy.core.client.Grouping;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens are taken. Names and API keys are kept as a hash only, so that no store, log or dump ever holds them; each
 * key is as small as the next, however long a client makes it. Immutable.
 */
public final class LimitKey implements Comparable<LimitKey> {

    private static final LimitKey EVERYBODY = new LimitKey(0, 0, 0);
    private static final int OVERFLOW_IPV4_BITS = 16;
    private static final int OVERFLOW_IPV6_BITS = 32;
    // Nobody outside can tell which keys meet in one place of a table.
    private static final long SEED = ThreadLocalRandom.current().nextLong();

    private final long high;
    private final long low;
    private final int neighbourhood;

    private LimitKey(long high, long low, int neighbourhood) {
        this.high = high;
        this.low = low;
        this.neighbourhood = neighbourhood;
    }

    /** The network that counts as one client. */
    public static LimitKey of(InetAddress client, Grouping grouping) {
        InetAddress unwrapped = Addresses.unwrap(client);
        byte[] bits = unwrapped.getAddress();
        int kept = grouping.bitsOf(unwrapped);
        boolean ipv4 = bits.length == 4;
        long first = ipv4
                ? (ByteBuffer.wrap(bits).getInt() & 0xffff_ffffL) << 32
                : ByteBuffer.wrap(bits).getLong();
        long second = ipv4 ? 0 : ByteBuffer.wrap(bits).getLong(8);
        return new LimitKey(leading(first, kept), ipv4 ? -1 : leading(second, kept - 64), neighbourhoodOf(first, ipv4));
    }

    /**
     * Somebody with a name: {@code of("principal", "ada", client)}.
     *
     * @param kind keeps names apart that mean different things
     * @param name hashed at once
     * @param client from where it was used, which decides what is shared once too many names were made up; null if unknown
     */
    public static LimitKey of(String kind, String name, @Nullable InetAddress client) {
        MessageDigest digest = sha256();
        digest.update(kind.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        int from = client == null ? 0 : of(client, Grouping.withDefaults()).neighbourhood;
        return new LimitKey(hash.getLong(), hash.getLong(), from);
    }

    /** All callers together. */
    public static LimitKey everybody() {
        return EVERYBODY;
    }

    /** Which shared bucket it falls into when there is no room for its own; the same for all of a wider network. */
    public int neighbourhood() {
        return neighbourhood;
    }

    /** How it is called in a shared store: 32 hexadecimal digits. */
    public String text() {
        return hex(high) + hex(low);
    }

    /** Tells keys apart in a log without telling whose they are; another one after each start. */
    public String fingerprint() {
        return hex(mixed(high ^ mixed(low ^ SEED))).substring(0, 8);
    }

    @Override
    public int compareTo(LimitKey other) {
        int byHigh = Long.compare(high, other.high);
        return byHigh != 0 ? byHigh : Long.compare(low, other.low);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LimitKey key && key.high == high && key.low == low;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(mixed(high ^ low * 31 ^ SEED));
    }

    /** Its fingerprint. */
    @Override
    public String toString() {
        return fingerprint();
    }

    private static int neighbourhoodOf(long first, boolean ipv4) {
        return Long.hashCode(
                mixed(leading(first, ipv4 ? OVERFLOW_IPV4_BITS : OVERFLOW_IPV6_BITS) ^ (ipv4 ? 1 : 2) ^ SEED));
    }

    private static long leading(long bits, int count) {
        return count <= 0 ? 0 : count >= 64 ? bits : bits & -1L << (64 - count);
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 32) * 0xd6e8feb86659fd93L;
        return (mixed ^ mixed >>> 32) * 0xd6e8feb86659fd93L ^ mixed >>> 29;
    }

    private static String hex(long bits) {
        String digits = Long.toHexString(bits);
        return "0".repeat(16 - digits.length()) + digits;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
