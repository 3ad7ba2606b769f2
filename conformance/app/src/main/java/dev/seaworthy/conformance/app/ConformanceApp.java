// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A Boot app that knows only the happy path, and fails everywhere else. It uses nothing of Seaworthy. */
@SpringBootApplication
public class ConformanceApp {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(ConformanceApp.class, args);
    }
}
