// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import dev.seaworthy.core.logging.queue.QueueSettings;
import dev.seaworthy.core.logging.request.RequestLogSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be chosen about logs.
 *
 * @param enabled whether logs are masked, protected against forged lines, and have a line for each request
 * @param format console for text, json for one JSON line per event, auto for json when the app runs from its jar or in a
 *     cloud; the app's own logback*.xml, logging.pattern.* and logging.structured.* always win
 * @param queue how much may wait to be written as JSON
 * @param request which requests get a line
 */
@ConfigurationProperties("seaworthy.logging")
record LoggingProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("auto") LogFormat format,
        @DefaultValue Queue queue,
        @DefaultValue Request request) {

    /**
     * The queue before the JSON.
     *
     * @param capacity how many events may wait, 16 to 1000000
     * @param duplicates how many equal events pass in ten seconds, 0 for any number
     * @param flush how long a stop may take to write what waits
     */
    record Queue(
            @DefaultValue("8192") int capacity,
            @DefaultValue("100") int duplicates,
            @DefaultValue("2s") Duration flush) {

        QueueSettings settings() {
            return new QueueSettings(capacity, duplicates, flush);
        }
    }

    /**
     * The line of a request.
     *
     * @param enabled whether each request gets a line when it is over
     * @param successRate which share of the requests that succeeded quickly get one, 0 to 1; all others always do
     * @param slow from when on a request counts as slow
     * @param capturedBody how many bytes of textual bodies the line of a refused or failed request may have, at most 16384
     */
    record Request(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("1") double successRate,
            @DefaultValue("1s") Duration slow,
            @DefaultValue("0") int capturedBody) {

        RequestLogSettings settings() {
            return new RequestLogSettings(successRate, slow, capturedBody);
        }
    }

    /** Binding is where a wrong value is told in words. */
    LoggingProperties {
        queue.settings();
        request.settings();
    }
}
