// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.servlet.jetty.JettyFailureRule;
import dev.seaworthy.servlet.tomcat.TomcatFailureRule;
import org.junit.jupiter.api.Test;

class ContainerRulesTest {

    @Test
    void everyContainerThatIsThereHasItsRule() {
        assertThat(ContainerRules.present()).hasExactlyElementsOfTypes(TomcatFailureRule.class, JettyFailureRule.class);
    }

    @Test
    void exceptionsOfJettysClientAreNoWordsAboutACallerOfOurs() {
        assertThat(ContainerRules.present(without("org.eclipse.jetty.server.")))
                .hasExactlyElementsOfTypes(TomcatFailureRule.class);
    }

    @Test
    void withoutAContainerThereIsNothingToKnow() {
        assertThat(ContainerRules.present(without("org."))).isEmpty();
    }

    private static ClassLoader without(String packages) {
        return new ClassLoader(ContainerRulesTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith(packages)) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
    }
}
