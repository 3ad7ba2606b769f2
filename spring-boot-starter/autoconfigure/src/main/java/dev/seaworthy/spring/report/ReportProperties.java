// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.report;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be chosen about the report.
 *
 * @param enabled whether the app logs at its start what is on and what looks wrong
 */
@ConfigurationProperties("seaworthy.report")
record ReportProperties(@DefaultValue("true") boolean enabled) {}
