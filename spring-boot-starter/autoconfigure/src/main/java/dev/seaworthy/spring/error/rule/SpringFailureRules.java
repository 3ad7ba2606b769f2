// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.rule;

import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.spring.error.field.FieldErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.util.ClassUtils;

/** Makes the rules for Spring's exceptions that are on the class path. */
public final class SpringFailureRules {

    private SpringFailureRules() {}

    /**
     * The rules, most telling first.
     *
     * @param codec answers the app's JSON library, null where it has none
     * @param messages the app's texts for validation
     * @param beans where the app's validator is
     * @param inner rules that are asked first for the causes behind a request body that could not be read
     * @param time against which a service's date of return is read
     */
    public static List<FailureRule> of(
            Supplier<@Nullable JsonCodec> codec,
            MessageSource messages,
            BeanFactory beans,
            List<FailureRule> inner,
            TimeSource time) {
        List<FailureRule> rules = new ArrayList<>();
        FieldErrors fields = new FieldErrors(codec, messages, beans);
        boolean mvc =
                isPresent("org.springframework.web.servlet.DispatcherServlet") && isPresent("jakarta.servlet.Servlet");
        if (mvc) {
            rules.add(new InputRule(fields));
            rules.add(new RequestRule(messages));
        }
        if (isPresent("org.springframework.web.client.RestClientException")) {
            rules.add(new RestClientRule(time));
        }
        if (isPresent("org.springframework.web.reactive.function.client.WebClientException")) {
            rules.add(new WebClientRule(time));
        }
        if (mvc) {
            // After the clients: an answer of theirs that cannot be read looks like a body that cannot be read.
            rules.add(new BodyRule(codec, inner));
        }
        if (isPresent("jakarta.validation.ConstraintViolationException")) {
            rules.add(new ViolationRule(fields));
        }
        if (isPresent("org.springframework.dao.DataAccessException")) {
            rules.add(new DataAccessRule());
        }
        return List.copyOf(rules);
    }

    private static boolean isPresent(String className) {
        return ClassUtils.isPresent(className, SpringFailureRules.class.getClassLoader());
    }
}
