// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An app in a JVM of its own, of the same JDK as the test. Close it to stop it. */
public final class AppProcess implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("started on ports? (\\d+)");
    private static final Pattern STARTED = Pattern.compile("Started \\w+ in ");

    private final Process process;
    private final Thread reader;
    private final StringBuffer output = new StringBuffer();
    private final CountDownLatch started = new CountDownLatch(1);

    private AppProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "app-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts an app and waits until it says that it has started, or ended.
     *
     * @throws AssertionError if it does neither within the limit; the message shows what it said
     */
    public static AppProcess start(Class<?> main, ClassPath classPath, Duration limit, String... arguments) {
        String[] command = new String[5 + arguments.length];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command[1] = "-Xmx256m";
        command[2] = "-cp";
        command[3] = classPath.toString();
        command[4] = main.getName();
        System.arraycopy(arguments, 0, command, 5, arguments.length);
        try {
            AppProcess app = new AppProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            if (!app.started.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                app.close();
                throw new AssertionError("app must start within " + limit + ", said\n" + app.output);
            }
            return app;
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Everything it has written so far. */
    public String output() {
        return output.toString();
    }

    /**
     * Where it listens.
     *
     * @throws AssertionError if it does not; the message shows what it said
     */
    public URI uri() {
        Matcher port = LISTENS.matcher(output);
        if (!process.isAlive() || !port.find()) {
            throw new AssertionError("app must listen, said\n" + output);
        }
        return URI.create("http://localhost:" + port.group(1));
    }

    /** Waits until it ends by itself and answers its exit code; -1 if it does not end within the limit. */
    public int exitCode(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return -1;
        }
        reader.join();
        return process.exitValue();
    }

    /** Asks it to stop, as an operator does, and forces it after a while. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            reader.join();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (STARTED.matcher(line).find()) {
                    started.countDown();
                }
            }
        } catch (IOException ended) {
            // the process was stopped while it wrote
        } finally {
            started.countDown();
        }
    }
}
