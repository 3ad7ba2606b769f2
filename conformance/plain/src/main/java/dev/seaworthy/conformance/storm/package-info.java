// SPDX-License-Identifier: Apache-2.0
/**
 * Heavy suites against a real server: {@link dev.seaworthy.conformance.storm.StormSuite} holds what every set-up must stand,
 * {@link dev.seaworthy.conformance.storm.PlainStorm} adds what can be seen where the test itself starts the server.
 */
@NullMarked
package dev.seaworthy.conformance.storm;

import org.jspecify.annotations.NullMarked;
