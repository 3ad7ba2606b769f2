// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code outbound} on the Spring floor: {@link dev.seaworthy.spring.outbound.OutboundAutoConfiguration} opens a door for
 * each service under {@code seaworthy.outbound.<name>}; an {@link dev.seaworthy.spring.outbound.ExternalServiceCustomizer} has
 * the last word on it. {@link dev.seaworthy.spring.outbound.Guarded} sends a method through one, {@code client} holds Spring's
 * HTTP clients, and {@link dev.seaworthy.spring.outbound.DoorHealth} is what the health endpoint tells.
 */
@NullMarked
package dev.seaworthy.spring.outbound;

import org.jspecify.annotations.NullMarked;
