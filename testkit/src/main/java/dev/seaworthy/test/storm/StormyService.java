// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * A real HTTP/1.1 service on a free port of the loopback interface that behaves as badly as told. It keeps connections
 * open, answers {@code Expect: 100-continue}, and speaks no TLS.
 *
 * <pre>{@code
 * try (StormyService stripe = StormyService.start()) {
 *     stripe.next(Weather.status(503).retryAfter(Duration.ofSeconds(1)), Weather.hang());
 *     …
 *     assertThat(stripe.arrived()).isEqualTo(3);
 * }
 * }</pre>
 *
 * <p>Each request is treated as the script says, while there is a script; else, by chance, as the {@linkplain #mix mix}
 * says; else as usual, which is {@code 200} with {@code {}} until {@link #always} says otherwise. The chance comes from a
 * seed: the same seed and the same order of requests give the same weather. Thread-safe.
 */
public final class StormyService implements AutoCloseable {

    /** So many of the latest requests are kept. */
    public static final int MAX_RECEIVED = 10_000;

    private final ServerSocket server;
    private final Crew crew = new Crew("stormy-service");
    private final long seed;
    private final Random random;
    private final Deque<Weather> script = new ArrayDeque<>();
    private final Deque<Received> received = new ArrayDeque<>();
    private Weather usual = Weather.ok("{}");
    private Weather rare = usual;
    private double chance;
    private long arrived;
    private int inFlight;
    private int mostInFlight;

    private StormyService(long seed) throws IOException {
        this.seed = seed;
        this.random = new Random(seed);
        this.server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    }

    /** Starts one with a seed of its own. */
    public static StormyService start() {
        return start(new Random().nextLong());
    }

    /** Starts one that repeats a storm. */
    public static StormyService start(long seed) {
        try {
            StormyService service = new StormyService(seed);
            service.crew.run(service::accept);
            return service;
        } catch (IOException noPort) {
            throw new UncheckedIOException("stormy service finds no free port", noPort);
        }
    }

    /** Treats all requests like this from now on, the script and the mix excepted. */
    public synchronized StormyService always(Weather weather) {
        usual = weather;
        return this;
    }

    /** Treats the next requests like this, one each, after what was scripted before. */
    public synchronized StormyService next(Weather... weathers) {
        script.addAll(List.of(weathers));
        return this;
    }

    /**
     * Treats some of the requests like this from now on, and prints the seed that decides which.
     *
     * @param probability from 0, none, to 1, all
     * @throws IllegalArgumentException if the probability is out of its range
     */
    public synchronized StormyService mix(double probability, Weather weather) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "probability must be from 0 to 1, got '" + probability + "'; write for example 0.2");
        }
        System.out.println("StormyService seed " + seed + ": StormyService.start(" + seed + "L) repeats this storm");
        chance = probability;
        rare = weather;
        return this;
    }

    /** Forgets the script and the mix, and counts from zero; what is on its way is treated as it was. */
    public synchronized StormyService calm() {
        script.clear();
        received.clear();
        chance = 0;
        arrived = 0;
        mostInFlight = inFlight;
        usual = Weather.ok("{}");
        return this;
    }

    /** Where it listens: {@code http://127.0.0.1:port}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The port on which it listens. */
    public int port() {
        return server.getLocalPort();
    }

    /** The seed of its chances. */
    public long seed() {
        return seed;
    }

    /** How many requests have reached it, those included that were reset before they were read. */
    public synchronized long arrived() {
        return arrived;
    }

    /** How many requests it is busy with: read or being read, and neither answered nor given up by the client. */
    public synchronized int inFlight() {
        return inFlight;
    }

    /** The most requests that it was busy with at a time. */
    public synchronized int mostInFlight() {
        return mostInFlight;
    }

    /** The latest requests that it has read, the oldest first. A snapshot. */
    public synchronized List<Received> received() {
        return new ArrayList<>(received);
    }

    /** Stops listening, ends all connections and waits for its threads. */
    @Override
    public void close() {
        crew.close(server);
    }

    @Override
    public String toString() {
        return "StormyService[" + uri() + ", seed " + seed + "]";
    }

    synchronized Weather begin() {
        arrived++;
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
        Weather scripted = script.poll();
        if (scripted != null) {
            return scripted;
        }
        return chance > 0 && random.nextDouble() < chance ? rare : usual;
    }

    synchronized void note(Received request) {
        if (received.size() >= MAX_RECEIVED) {
            received.poll();
        }
        received.add(request);
    }

    synchronized void end() {
        inFlight--;
    }

    /** Whether it may go on: not when the service was closed meanwhile. */
    boolean pause(Duration wait) {
        return crew.pause(wait);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                crew.run(client, () -> new StormyConnection(this, client).serve());
            } catch (IOException closed) {
                // The test is over, or a client left before it was served.
            }
        }
    }
}
