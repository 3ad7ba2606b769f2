// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.minimal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A web app that nobody configured. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(MinimalApp.Greeting.class)
public class MinimalApp {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(MinimalApp.class, args);
    }

    @RestController
    static class Greeting {

        @GetMapping("/hello")
        String hello() {
            return "hello";
        }

        @GetMapping("/fail")
        String fail() {
            throw new IllegalStateException("SELECT * FROM secret");
        }
    }
}
