// SPDX-License-Identifier: Apache-2.0
/**
 * Behind the door: {@link dev.seaworthy.core.outbound.door.ExternalServiceBuilder} sets one up from {@link
 * dev.seaworthy.core.outbound.door.OutboundSettings}, {@link dev.seaworthy.core.outbound.door.DoorState} is how it is doing,
 * and a {@link dev.seaworthy.core.outbound.door.DoorListener} hears of every {@link
 * dev.seaworthy.core.outbound.door.DoorChange}. A {@link dev.seaworthy.core.outbound.door.Refusal} is an answer that is no
 * failure of the service.
 */
@NullMarked
package dev.seaworthy.core.outbound.door;

import org.jspecify.annotations.NullMarked;
