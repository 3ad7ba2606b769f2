// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code redact} in a Spring Boot app: {@link dev.seaworthy.spring.redact.RedactAutoConfiguration} offers the redactor
 * of all rooms, {@link dev.seaworthy.spring.redact.RedactionOf} its settings to those that begin before there are beans.
 */
@NullMarked
package dev.seaworthy.spring.redact;

import org.jspecify.annotations.NullMarked;
