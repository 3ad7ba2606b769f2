// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error;

import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.spring.error.rule.SpringFailureRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of every app, with or without a web server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.error.enabled", matchIfMissing = true)
final class DeskConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ErrorDesk seaworthyErrorDesk(
            ErrorProperties properties,
            ObjectProvider<FailureRule> appRules,
            ObjectProvider<JsonCodec> codec,
            MessageSource messages,
            BeanFactory beans,
            TimeSource time,
            Telemetry telemetry,
            Alerts alerts) {
        List<FailureRule> ofApp = appRules.orderedStream().toList();
        List<FailureRule> ofFrameworks = new ArrayList<>(ContainerRules.present());
        List<FailureRule> inner =
                Stream.concat(ofApp.stream(), ofFrameworks.stream()).toList();
        ofFrameworks.addAll(SpringFailureRules.of(codec::getIfAvailable, messages, beans, inner, time));
        return ErrorDesk.builder()
                .settings(properties.settings())
                .constraints(properties.constraintFields())
                .rules(ofApp)
                .frameworkRules(ofFrameworks)
                .texts(new MessageSourceTexts(messages))
                .time(time)
                .telemetry(telemetry)
                .alerts(alerts)
                .build();
    }
}
