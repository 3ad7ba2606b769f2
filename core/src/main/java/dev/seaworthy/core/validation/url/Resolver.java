// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.url;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks names up on threads of its own, since the JDK cannot be told to give up. At most {@value #MAX_LOOKUPS} at a time. */
final class Resolver implements AutoCloseable {

    static final int MAX_LOOKUPS = 16;

    static final Resolver SYSTEM = new Resolver(InetAddress::getAllByName);

    private static final long IDLE_SECONDS = 5;

    private final Lookup lookup;
    private final ExecutorService threads;

    /** Asks a name server. */
    interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    Resolver(Lookup lookup) {
        this.lookup = lookup;
        this.threads = new ThreadPoolExecutor(
                0, MAX_LOOKUPS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "seaworthy-lookup");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    PublicAddress resolve(URI uri, Duration deadline) {
        WrittenUrl url = WrittenUrl.parse(uri.toString());
        if (url == null || !List.of("http", "https").contains(url.scheme()) || !Hosts.arePublic(url.host())) {
            throw new NotPublicException(
                    "URL does not lead to a public host; use http or https and a public name", null);
        }
        List<InetAddress> found = lookUp(url.host(), deadline);
        if (found.isEmpty() || !found.stream().allMatch(SpecialNetworks::isPublic)) {
            throw new NotPublicException(
                    "URL's host has " + found.size() + " addresses, not all of them public; do not connect to it",
                    null);
        }
        int port = url.port() >= 0 ? url.port() : url.scheme().equals("https") ? 443 : 80;
        return new PublicAddress(url.host(), found, port);
    }

    private List<InetAddress> lookUp(String host, Duration deadline) {
        Future<InetAddress[]> answer;
        try {
            answer = threads.submit(() -> lookup.all(host));
        } catch (RejectedExecutionException busy) {
            throw new NotPublicException("too many look-ups are waiting for the name server; try again later", busy);
        }
        try {
            return Arrays.asList(answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new NotPublicException("name server did not answer within " + deadline + "; try again later", late);
        } catch (ExecutionException failed) {
            throw new NotPublicException("URL's host is unknown; check the name", failed.getCause());
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NotPublicException("look-up was interrupted; try again later", stopped);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
