// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.alert;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether a property has a text: a variable that is there but empty, as in {@code ${SLACK_URL:}}, asks for nothing. */
abstract class Asked implements Condition {

    private final String property;

    Asked(String property) {
        this.property = property;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return StringUtils.hasText(context.getEnvironment().getProperty(property));
    }

    static final class ForWebhook extends Asked {
        ForWebhook() {
            super("seaworthy.alert.webhook.url");
        }
    }

    static final class ForSlack extends Asked {
        ForSlack() {
            super("seaworthy.alert.slack.url");
        }
    }

    static final class ForPagerDuty extends Asked {
        ForPagerDuty() {
            super("seaworthy.alert.pagerduty.routing-key");
        }
    }
}
