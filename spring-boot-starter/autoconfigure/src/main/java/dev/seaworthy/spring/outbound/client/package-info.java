// SPDX-License-Identifier: Apache-2.0
/**
 * Spring's HTTP clients behind a door: {@link dev.seaworthy.spring.outbound.client.DoorInterceptor} for {@code RestClient}
 * and {@code RestTemplate}, {@link dev.seaworthy.spring.outbound.client.DoorFilter} for {@code WebClient}. A {@link
 * dev.seaworthy.spring.outbound.client.DoorFinder} chooses the door; {@link dev.seaworthy.spring.outbound.client.Hosts}
 * does so by address.
 */
@NullMarked
package dev.seaworthy.spring.outbound.client;

import org.jspecify.annotations.NullMarked;
