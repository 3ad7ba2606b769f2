// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.tomcat;

import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.jspecify.annotations.Nullable;

/**
 * Stands between Tomcat's protocol and Tomcat's own adapter, for the two ways in which that one ends without asking any
 * valve: {@code OPTIONS *}, which it answers even where the protocol has refused the request already, and an exception that
 * no valve has caught. Everything else passes through. Thread-safe.
 */
final class LastResortAdapter implements Adapter {

    private final Adapter tomcats;
    private final SeaworthyErrorReportValve page;

    LastResortAdapter(Adapter tomcats, SeaworthyErrorReportValve page) {
        this.tomcats = tomcats;
        this.page = page;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        if (response.getStatus() >= 400 && request.requestURI().equals("*")) {
            answer(request, response, null);
            return;
        }
        try {
            tomcats.service(request, response);
        } catch (Exception failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            response.setStatus(500);
            response.setError();
            answer(request, response, failure);
            response.action(ActionCode.CLOSE, null);
        }
    }

    private void answer(Request request, Response response, @Nullable Exception failure) {
        // Writes the access log, and leaves behind the request and response that valves know; no other way works in
        // Tomcat 10.1 and 11 alike.
        tomcats.log(request, response, 0);
        if (request.getNote(CoyoteAdapter.ADAPTER_NOTES) instanceof org.apache.catalina.connector.Request known) {
            try {
                page.report(known, known.getResponse(), failure);
            } finally {
                known.recycle();
                known.getResponse().recycle();
            }
        }
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return tomcats.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        return tomcats.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        tomcats.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        tomcats.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return tomcats.getDomain();
    }
}
