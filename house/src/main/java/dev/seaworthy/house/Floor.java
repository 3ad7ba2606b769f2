// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.house;

import java.util.List;

/** The floors, and what is never seen on each. */
public enum Floor {
    /** No servlet, no Spring. */
    CORE(List.of("jakarta.servlet..", "org.springframework..", "org.apache.catalina..", "org.eclipse.jetty..")),
    /** Servlets, no Spring. */
    SERVLET(List.of("org.springframework..")),
    /** Spring; Jackson only in the adapters of a line. */
    SPRING(List.of());

    private final List<String> forbidden;

    Floor(List<String> forbidden) {
        this.forbidden = forbidden;
    }

    String[] forbiddenPackages() {
        return forbidden.toArray(String[]::new);
    }
}
