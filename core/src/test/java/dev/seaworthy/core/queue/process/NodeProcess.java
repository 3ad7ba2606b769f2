// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A {@link QueueNode} as its parent sees it. */
final class NodeProcess implements AutoCloseable {

    final List<String> said = new CopyOnWriteArrayList<>();
    private final Process process;
    private final Thread reader;

    NodeProcess(String url, String mode, String halt, int millis, String prefix, int count) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        QueueNode.class.getName(),
                        url,
                        mode,
                        halt,
                        Integer.toString(millis),
                        prefix,
                        Integer.toString(count))
                .redirectErrorStream(true)
                .start();
        reader = new Thread(this::read, "node-reader");
        reader.start();
    }

    static NodeProcess working(String url, int millis) throws IOException {
        return new NodeProcess(url, "work", "never", millis, "", 0);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException gone) {
            // Killed.
        }
    }

    List<String> acknowledged() {
        return said.stream()
                .filter(line -> line.startsWith("ack "))
                .map(line -> line.substring(4))
                .toList();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        reader.join();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    void ask() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    @Override
    public void close() throws InterruptedException, IOException {
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            kill();
        }
        reader.join();
    }
}
