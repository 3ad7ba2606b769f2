// SPDX-License-Identifier: Apache-2.0
/**
 * How a call passes: {@link dev.seaworthy.core.outbound.engine.GuardedDoor} is the door, made of {@link
 * dev.seaworthy.core.outbound.engine.Parts}. Nothing here is for apps; they begin with {@link
 * dev.seaworthy.core.outbound.ExternalService}.
 */
@NullMarked
package dev.seaworthy.core.outbound.engine;

import org.jspecify.annotations.NullMarked;
