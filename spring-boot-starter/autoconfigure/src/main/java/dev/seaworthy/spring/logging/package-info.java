// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code logging} in a Spring Boot app: {@code LogEnvironment} chooses the format before Boot sets its logging up,
 * {@code LogGuardListener} covers what was set up, {@code StructuredRedaction} masks in Boot's own structured formats, and
 * {@link dev.seaworthy.spring.logging.LoggingAutoConfiguration} writes a line for each request.
 */
@NullMarked
package dev.seaworthy.spring.logging;

import org.jspecify.annotations.NullMarked;
