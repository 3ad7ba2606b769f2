// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.tomcat;

import org.apache.catalina.Context;
import org.apache.catalina.Host;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Installs the error page of last resort in an embedded Tomcat: in the host, whose earlier error report valve gives way, and
 * in the connectors of its service, for what no valve is asked about. Connectors that run already take it for new connections
 * only.
 */
public final class SeaworthyTomcat {

    private SeaworthyTomcat() {}

    /** Into the default host of an embedded Tomcat, before or after its start. */
    public static void install(Tomcat tomcat, SeaworthyErrorReportValve valve) {
        install(tomcat.getHost(), valve);
    }

    /**
     * Into the host of a context.
     *
     * @throws IllegalStateException if the context has no host yet
     */
    public static void install(Context context, SeaworthyErrorReportValve valve) {
        if (!(context.getParent() instanceof Host host)) {
            throw new IllegalStateException("context '" + context.getName() + "' has no host yet, got '"
                    + context.getParent() + "'; add it to its host first");
        }
        install(host, valve);
    }

    /** Into a host, before or after its start. Whoever adds another error report valve before the start is overruled. */
    public static void install(Host host, SeaworthyErrorReportValve valve) {
        if (host instanceof StandardHost standard) {
            // A valve of this class that is there already keeps the host from adding its default one.
            standard.setErrorReportValveClass(SeaworthyErrorReportValve.class.getName());
        }
        AdapterHook hook = new AdapterHook(valve);
        replace(host.getPipeline(), valve);
        hook.install(host);
        host.addLifecycleListener(event -> {
            if (Lifecycle.BEFORE_START_EVENT.equals(event.getType())) {
                replace(host.getPipeline(), valve);
                hook.install(host);
            }
        });
    }

    private static void replace(Pipeline pipeline, SeaworthyErrorReportValve ours) {
        boolean there = false;
        for (Valve valve : pipeline.getValves()) {
            if (valve == ours) {
                there = true;
            } else if (valve instanceof ErrorReportValve) {
                pipeline.removeValve(valve);
            }
        }
        if (!there) {
            pipeline.addValve(ours);
        }
    }
}
