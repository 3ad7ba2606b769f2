// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which order was charged under which key: a file that is only ever appended to, one line per charge or replay, and its
 * picture in memory. What is written survives the death of the process. Thread-safe.
 */
final class Ledger implements AutoCloseable {

    /** What became of a request to charge. */
    enum Entry {
        CHARGED,
        REPLAYED,
        KEY_TAKEN
    }

    private final FileChannel file;
    private final Map<String, String> orderOfKey = new HashMap<>();
    private final Set<String> doubles = new HashSet<>();
    private final Set<String> chargedOrders = new HashSet<>();
    private long replays;

    Ledger(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        String text = Files.readString(path, StandardCharsets.US_ASCII);
        int whole = text.lastIndexOf('\n') + 1;
        text.substring(0, whole).lines().forEach(line -> remember(line.split("\t", -1)));
        // A line that was cut off by a crash was never answered for.
        file.truncate(whole).position(whole);
    }

    /** Charges the order unless the key is known. Key and order must not hold control characters. */
    synchronized Entry charge(String key, String order) {
        String known = orderOfKey.get(key);
        if (known != null && !known.equals(order)) {
            return Entry.KEY_TAKEN;
        }
        Entry entry = known == null ? Entry.CHARGED : Entry.REPLAYED;
        String[] line = {entry.name(), key, order};
        append(String.join("\t", line) + "\n");
        remember(line);
        return entry;
    }

    synchronized ProviderState state(ProviderMode mode) {
        return new ProviderState(mode, orderOfKey.size(), replays, doubles.size());
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    private void append(String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(String[] line) {
        if (line[0].equals(Entry.REPLAYED.name())) {
            replays++;
            return;
        }
        orderOfKey.put(line[1], line[2]);
        if (!chargedOrders.add(line[2])) {
            doubles.add(line[2]);
        }
    }
}
