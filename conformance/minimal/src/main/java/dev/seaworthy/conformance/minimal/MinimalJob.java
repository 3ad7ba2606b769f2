// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.minimal;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An app without web: it does its work and ends. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class MinimalJob {

    /** What it says when its work is done. */
    public static final String DONE = "the job is done";

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(MinimalJob.class, args);
    }

    @Bean
    CommandLineRunner work() {
        return arguments -> System.out.println(DONE);
    }
}
