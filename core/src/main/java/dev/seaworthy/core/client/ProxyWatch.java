// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import dev.seaworthy.core.redact.Redact;
import dev.seaworthy.core.telemetry.Telemetry;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when the app has been told wrongly who its proxies are: says each mistake once, with the property to paste, and
 * keeps it for the report. Thread-safe, bounded.
 */
public final class ProxyWatch {

    /** So many peers are looked at, the first that forward without being trusted. */
    public static final int MAX_PEERS = 16;

    /** From so many different clients behind one peer on, that peer is surely a proxy. */
    public static final int MANY_CLIENTS = 10;

    private static final String PROPERTY = "seaworthy.client.trusted-proxies";
    private static final Logger LOG = LoggerFactory.getLogger(ProxyWatch.class);
    private static final int CELLS = 256;
    private static final int MAX_LOOKS = 10_000;
    private static final Networks PRIVATE = Networks.parse(List.of(
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "127.0.0.0/8",
            "100.64.0.0/10",
            "169.254.0.0/16",
            "::1/128",
            "fc00::/7",
            "fe80::/10"));

    private final Networks trusted;
    private final Telemetry telemetry;
    private final Map<InetAddress, BitSet> clientsByPeer = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean saidUntrusted;
    private boolean saidMany;
    private int looks;
    private volatile boolean done;
    private volatile boolean closed;

    /** Looks at the trusted networks at once, and at requests as they come. */
    public ProxyWatch(Networks trusted, Telemetry telemetry) {
        this.trusted = trusted;
        this.telemetry = telemetry;
        trusted.all().stream()
                .filter(network -> network.prefixLength() == 0)
                .findFirst()
                .ifPresent(
                        everybody -> say(
                                PROPERTY + " holds " + everybody
                                        + ", so whoever connects chooses its own address and no limit holds; name the proxies' networks"));
    }

    /** One that never notices anything: somebody else has unwrapped the addresses before. */
    public static ProxyWatch closed() {
        ProxyWatch watch = new ProxyWatch(Networks.none(), new Telemetry());
        watch.closed = true;
        watch.done = true;
        return watch;
    }

    /** Whether an address is of a private, shared, link-local or loopback network, where proxies live. */
    public static boolean isPrivate(InetAddress peer) {
        return PRIVATE.contains(peer);
    }

    /**
     * Whether this peer may be a proxy that nobody told us of: its address is private, it forwards, and nothing is trusted.
     *
     * @param forwards whether the request has a forwarding header
     */
    public boolean mayBeUnknownProxy(InetAddress peer, boolean forwards) {
        return forwards && !closed && trusted.isEmpty() && isPrivate(peer);
    }

    /**
     * Looks at a request that has a forwarding header, and does nothing where the peer is trusted.
     *
     * @param forwardedFor for whom the peer says that it forwards, as it stands in the header
     */
    public void saw(InetAddress peer, String forwardedFor) {
        if (!done && !trusted.contains(peer)) {
            note(Addresses.unwrap(peer), forwardedFor);
        }
    }

    /** What looks wrong, so far. */
    public synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    private synchronized void note(InetAddress peer, String forwardedFor) {
        boolean inside = isPrivate(peer);
        if (inside && trusted.isEmpty() && !saidUntrusted) {
            saidUntrusted = true;
            say("requests from " + peer.getHostAddress()
                    + " say for whom they are forwarded, and no proxy is trusted, so"
                    + " all clients behind it look like one; if it is a proxy of yours, write " + PROPERTY + "="
                    + Network.around(peer, peer.getAddress().length * 8));
        }
        if (!clientsByPeer.containsKey(peer) && clientsByPeer.size() >= MAX_PEERS) {
            return;
        }
        BitSet clients = clientsByPeer.computeIfAbsent(peer, first -> new BitSet(CELLS));
        clients.set(Math.floorMod(forwardedFor.hashCode() * 0x9E3779B9, CELLS));
        if (!saidMany && clients.cardinality() >= MANY_CLIENTS) {
            saidMany = true;
            say("one peer, " + peer.getHostAddress()
                    + ", forwards for many different clients and is not trusted, so they"
                    + " share one limit; if it is a proxy of yours, write " + PROPERTY + "="
                    + Network.around(peer, peer.getAddress().length * 8)
                    + (inside ? "" : ", and if it is not, it makes addresses up in vain"));
        }
        // Not for ever: whoever attacks must not make requests wait for each other here.
        done = saidMany && (saidUntrusted || !trusted.isEmpty()) || ++looks >= MAX_LOOKS;
    }

    private void say(String text) {
        warnings.add(text);
        telemetry.count("seaworthy.client.suspicious");
        LOG.warn(Redact.line(text, 1_000));
    }
}
