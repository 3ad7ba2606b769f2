// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code correlation} in a Spring Boot app: {@link dev.seaworthy.spring.correlation.CorrelationAutoConfiguration}
 * registers the filter, takes the current trace id from a {@link dev.seaworthy.spring.correlation.CurrentTraceId}, lets
 * Boot's executors and schedulers carry it, and gives the adapters of the Boot lines the
 * {@link dev.seaworthy.spring.correlation.OutgoingHeaders} of requests to other services.
 */
@NullMarked
package dev.seaworthy.spring.correlation;

import org.jspecify.annotations.NullMarked;
