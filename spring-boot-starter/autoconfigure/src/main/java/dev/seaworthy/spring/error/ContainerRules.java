// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error;

import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.servlet.jetty.JettyFailureRule;
import dev.seaworthy.servlet.tomcat.TomcatFailureRule;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.ClassUtils;

/** The rules for the servlet containers that are on the class path. */
final class ContainerRules {

    private ContainerRules() {}

    static List<FailureRule> present() {
        List<FailureRule> rules = new ArrayList<>();
        if (isPresent("org.apache.catalina.connector.ClientAbortException")) {
            rules.add(new TomcatFailureRule());
        }
        if (isPresent("org.eclipse.jetty.io.EofException") && isPresent("org.eclipse.jetty.server.Server")) {
            rules.add(new JettyFailureRule());
        }
        return rules;
    }

    private static boolean isPresent(String className) {
        return ClassUtils.isPresent(className, ContainerRules.class.getClassLoader());
    }
}
