// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a real browser made of a page.
 *
 * @param dom the page after its scripts ran
 * @param console what the browser complained about
 */
record Chromium(String dom, String console) {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

    static Chromium open(String address) throws IOException, InterruptedException {
        Path browser = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(browser != null, "no Chromium is installed, so no browser looked at the page");
        Path profile = Files.createTempDirectory("chromium");
        Path dom = profile.resolve("dom.html");
        Path console = profile.resolve("console.txt");
        Process process = new ProcessBuilder(
                        String.valueOf(browser),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--user-data-dir=" + profile,
                        "--enable-logging=stderr",
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        address)
                .redirectOutput(dom.toFile())
                .redirectError(console.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the browser did not come to an end: " + Files.readString(console));
        }
        return new Chromium(Files.readString(dom), Files.readString(console));
    }
}
