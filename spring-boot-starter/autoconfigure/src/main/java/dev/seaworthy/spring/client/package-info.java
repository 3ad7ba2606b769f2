// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code client} in a Spring Boot app: {@link dev.seaworthy.spring.client.ClientAutoConfiguration} knows the proxies
 * in front of it.
 */
@NullMarked
package dev.seaworthy.spring.client;

import org.jspecify.annotations.NullMarked;
