// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.alert;

import dev.seaworthy.core.alert.Alert.Severity;

/** How sinks that are beans are called, and what they are told. */
final class SinkNames {

    static final String LOG = "seaworthyLogSink";
    static final String WEBHOOK = "seaworthyWebhookSink";
    static final String SLACK = "seaworthySlackSink";
    static final String PAGER_DUTY = "seaworthyPagerDutySink";

    private SinkNames() {}

    /** The short name of ours, the bean's name of the app's. */
    static String of(String bean) {
        return switch (bean) {
            case LOG -> "log";
            case WEBHOOK -> "webhook";
            case SLACK -> "slack";
            case PAGER_DUTY -> "pagerduty";
            default -> bean;
        };
    }

    static Severity minSeverity(String bean, AlertProperties properties) {
        return switch (bean) {
            case LOG -> properties.log().minSeverity();
            case WEBHOOK -> properties.webhook().minSeverity();
            case SLACK -> properties.slack().minSeverity();
            case PAGER_DUTY -> properties.pagerduty().minSeverity();
            default -> Severity.INFO;
        };
    }
}
