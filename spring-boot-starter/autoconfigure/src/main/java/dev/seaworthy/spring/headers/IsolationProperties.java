// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import dev.seaworthy.core.headers.fetch.IsolationMode;
import dev.seaworthy.core.headers.fetch.IsolationPolicy;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Requests that other sites make browsers send, with the user's cookies.
 *
 * @param mode off, report to count them, enforce to refuse them with 403
 * @param openTo paths that other sites may use, and what lies below them
 */
record IsolationProperties(
        @DefaultValue("report") IsolationMode mode,
        @DefaultValue List<String> openTo) {

    IsolationProperties {
        IsolationMode chosen = mode;
        openTo = List.copyOf(openTo);
        Checked.value("isolation.open-to", openTo, paths -> new IsolationPolicy(chosen, paths));
    }

    IsolationPolicy policy() {
        return new IsolationPolicy(mode, openTo);
    }
}
