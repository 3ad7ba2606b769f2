// SPDX-License-Identifier: Apache-2.0
/**
 * Storms for tests, over real sockets on the loopback interface. {@link dev.seaworthy.test.storm.StormyService} is an HTTP
 * service whose every answer is a piece of {@link dev.seaworthy.test.storm.Weather}, by script and seed, and that keeps
 * what it {@link dev.seaworthy.test.storm.Received}. {@link dev.seaworthy.test.storm.TcpFaults} stands between a client and
 * any server, a database for example, and freezes, refuses, resets or delays what passes.
 */
@NullMarked
package dev.seaworthy.test.storm;

import org.jspecify.annotations.NullMarked;
