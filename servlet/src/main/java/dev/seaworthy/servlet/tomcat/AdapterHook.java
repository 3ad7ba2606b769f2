// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.tomcat;

import java.util.Arrays;
import org.apache.catalina.Engine;
import org.apache.catalina.Host;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.Service;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.Adapter;

/** Puts the {@link LastResortAdapter} into connectors: at once where they have an adapter, else as soon as they do. */
record AdapterHook(SeaworthyErrorReportValve page) implements LifecycleListener {

    /** Into those connectors of the host's service that have none yet. */
    void install(Host host) {
        Service service = host.getParent() instanceof Engine engine ? engine.getService() : null;
        for (Connector connector : service == null ? new Connector[0] : service.findConnectors()) {
            if (Arrays.stream(connector.findLifecycleListeners()).noneMatch(AdapterHook.class::isInstance)) {
                connector.addLifecycleListener(this);
                wrap(connector);
            }
        }
    }

    @Override
    public void lifecycleEvent(LifecycleEvent event) {
        if (Lifecycle.AFTER_INIT_EVENT.equals(event.getType()) && event.getLifecycle() instanceof Connector connector) {
            wrap(connector);
        }
    }

    private void wrap(Connector connector) {
        Adapter own = connector.getProtocolHandler().getAdapter();
        if (own != null && !(own instanceof LastResortAdapter)) {
            connector.getProtocolHandler().setAdapter(new LastResortAdapter(own, page));
        }
    }
}
