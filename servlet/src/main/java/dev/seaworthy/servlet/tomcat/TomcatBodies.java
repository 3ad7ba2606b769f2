// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.tomcat;

import org.apache.catalina.Engine;
import org.apache.catalina.Host;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;

/**
 * Keeps Tomcat from reading on what nobody wants: after an answer it takes in up to two megabytes of a body that was left
 * unread, on the thread of the request, however slowly they come. What honest clients need is taken in by the budget filter.
 */
public final class TomcatBodies {

    private static final int DEFAULT = 2 * 1024 * 1024;

    private TomcatBodies() {}

    /** For all connectors of a host that is not started yet. A size that somebody has chosen stays. */
    public static void leaveUnread(Host host) {
        host.addLifecycleListener(event -> {
            if (Lifecycle.BEFORE_START_EVENT.equals(event.getType()) && host.getParent() instanceof Engine engine) {
                for (Connector connector : engine.getService().findConnectors()) {
                    leaveUnread(connector);
                }
            }
        });
    }

    private static void leaveUnread(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http
                && http.getMaxSwallowSize() == DEFAULT) {
            http.setMaxSwallowSize(0);
        }
    }
}
