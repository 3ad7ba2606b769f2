// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Headers that tell strangers what runs here, as the OWASP Secure Headers Project lists them. */
final class RemovedHeaders {

    static final Set<String> DEFAULTS;

    static {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(List.of(
                "$wsep",
                "Host-Header",
                "K-Proxy-Request",
                "Liferay-Portal",
                "OracleCommerceCloud-Version",
                "Pega-Host",
                "Powered-By",
                "Product",
                "Server",
                "SourceMap",
                "X-AspNet-Version",
                "X-AspNetMvc-Version",
                "X-Atmosphere-error",
                "X-Atmosphere-first-request",
                "X-Atmosphere-tracking-id",
                "X-B3-ParentSpanId",
                "X-B3-Sampled",
                "X-B3-SpanId",
                "X-B3-TraceId",
                "X-BEServer",
                "X-Backside-Transport",
                "X-CF-Powered-By",
                "X-CMS",
                "X-CalculatedBETarget",
                "X-Cocoon-Version",
                "X-Content-Encoded-By",
                "X-DiagInfo",
                "X-Envoy-Attempt-Count",
                "X-Envoy-External-Address",
                "X-Envoy-Internal",
                "X-Envoy-Original-Dst-Host",
                "X-Envoy-Upstream-Service-Time",
                "X-FEServer",
                "X-Framework",
                "X-Generated-By",
                "X-Generator",
                "X-Jitsi-Release",
                "X-Joomla-Version",
                "X-Kubernetes-PF-FlowSchema-UI",
                "X-Kubernetes-PF-PriorityLevel-UID",
                "X-LiteSpeed-Cache",
                "X-LiteSpeed-Cache-Control",
                "X-LiteSpeed-Purge",
                "X-LiteSpeed-Tag",
                "X-LiteSpeed-Vary",
                "X-Mod-Pagespeed",
                "X-Nextjs-Cache",
                "X-Nextjs-Matched-Path",
                "X-Nextjs-Page",
                "X-Nextjs-Redirect",
                "X-OWA-Version",
                "X-Old-Content-Length",
                "X-OneAgent-JS-Injection",
                "X-Page-Speed",
                "X-Php-Version",
                "X-Powered-By",
                "X-Powered-By-Plesk",
                "X-Powered-CMS",
                "X-Redirect-By",
                "X-Server-Powered-By",
                "X-SourceFiles",
                "X-SourceMap",
                "X-Turbo-Charged-By",
                "X-Umbraco-Version",
                "X-Varnish",
                "X-Varnish-Backend",
                "X-Varnish-Server",
                "X-dtAgentId",
                "X-dtHealthCheck",
                "X-dtInjectedServlet",
                "X-ruxit-JS-Agent"));
        DEFAULTS = Collections.unmodifiableSet(names);
    }

    private RemovedHeaders() {}
}
