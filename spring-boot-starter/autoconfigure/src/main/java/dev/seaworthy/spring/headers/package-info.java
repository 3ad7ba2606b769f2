// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code headers} in a Spring Boot app: {@link dev.seaworthy.spring.headers.HeadersAutoConfiguration} sends security
 * headers with every answer, takes what browsers report about them, and tells what they are worth; {@link
 * dev.seaworthy.spring.headers.SecurityHeaders} chooses others for a handler.
 */
@NullMarked
package dev.seaworthy.spring.headers;

import org.jspecify.annotations.NullMarked;
