// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet;

import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.servlet.jetty.JettyFailureRule;
import dev.seaworthy.servlet.tomcat.TomcatFailureRule;
import java.util.ArrayList;
import java.util.List;

/** The rules for the servlet containers that are on the class path, decided here for every way to set Seaworthy up. */
public final class ContainerRules {

    private ContainerRules() {}

    /** The rules; empty without a container whose exceptions are known. */
    public static List<FailureRule> present() {
        return present(ContainerRules.class.getClassLoader());
    }

    static List<FailureRule> present(ClassLoader loader) {
        List<FailureRule> rules = new ArrayList<>();
        if (isPresent(loader, "org.apache.catalina.connector.ClientAbortException")) {
            rules.add(new TomcatFailureRule());
        }
        // The exceptions are those of Jetty's client too, which alone says nothing about a caller of ours.
        if (isPresent(loader, "org.eclipse.jetty.server.Server")) {
            rules.add(new JettyFailureRule());
        }
        return List.copyOf(rules);
    }

    private static boolean isPresent(ClassLoader loader, String type) {
        try {
            Class.forName(type, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
