// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.validation;

import dev.seaworthy.core.validation.budget.BodyMeter;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;

/** Ends the reading of a body with its asynchronous request. */
record EndOfBody(BodyMeter meter) implements AsyncListener {

    static void await(HttpServletRequest request, BodyMeter meter) {
        try {
            request.getAsyncContext().addListener(new EndOfBody(meter));
        } catch (IllegalStateException alreadyOver) {
            meter.end();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        meter.end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        meter.end();
    }

    @Override
    public void onError(AsyncEvent event) {
        meter.end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
