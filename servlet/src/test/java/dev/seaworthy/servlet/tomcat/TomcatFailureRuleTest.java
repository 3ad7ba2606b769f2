// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.Classification;
import org.junit.jupiter.api.Test;

class TomcatFailureRuleTest {

    private final TomcatFailureRule rule = new TomcatFailureRule();

    private static IllegalArgumentException thrownBy(String type, String method) {
        IllegalArgumentException failure = new IllegalArgumentException("More than the maximum allowed number");
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, method, null, 1)});
        return failure;
    }

    @Test
    void languagesThatTomcatDoesNotReadAreTheClientsFault() {
        assertThat(rule.classify(thrownBy("org.apache.catalina.connector.Request", "parseLocales")))
                .isNotNull()
                .extracting(Classification::status)
                .isEqualTo(400);
    }

    @Test
    void otherIllegalArgumentsAreNot() {
        assertThat(rule.classify(thrownBy("com.example.Shop", "parseLocales"))).isNull();
        assertThat(rule.classify(thrownBy("org.apache.catalina.connector.Request", "setAttribute")))
                .isNull();
        IllegalArgumentException bare = new IllegalArgumentException();
        bare.setStackTrace(new StackTraceElement[0]);
        assertThat(rule.classify(bare)).isNull();
    }
}
