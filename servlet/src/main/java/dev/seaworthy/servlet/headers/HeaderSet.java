// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import dev.seaworthy.core.headers.AnswerKind;
import dev.seaworthy.core.headers.csp.Csp;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import dev.seaworthy.core.headers.profile.SecurityHeader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The headers of one response as they stand: which are ours, which are the app's. */
final class HeaderSet {

    // What a header says that cannot be taken back: before Servlet 6.1 a header once set stays.
    private static final Map<String, String> NEUTRAL = Map.of(
            "Cross-Origin-Opener-Policy",
            "unsafe-none",
            "Cross-Origin-Embedder-Policy",
            "unsafe-none",
            "Cross-Origin-Resource-Policy",
            "cross-origin",
            "Permissions-Policy",
            "picture-in-picture=*",
            HeaderProfile.CSP,
            "frame-ancestors *");

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Wanted wanted;
    private final boolean secure;
    private @Nullable HeaderProfile profile;
    private @Nullable Set<String> ofApp;

    HeaderSet(HttpServletRequest request, HttpServletResponse response, Wanted wanted, boolean secure) {
        this.request = request;
        this.response = response;
        this.wanted = wanted;
        this.secure = secure;
    }

    /** Sets all, but for what is there already and is not ours from before. */
    void begin(HeaderProfile first, @Nullable HeaderSet before) {
        profile = first;
        ofApp = before == null ? null : before.ofApp;
        List<SecurityHeader> fixed = first.fixed(secure);
        for (int i = 0; i < fixed.size(); i++) {
            SecurityHeader header = fixed.get(i);
            begin(header.name(), header.value(), before != null);
        }
        Csp enforced = first.nonceEnforced(secure);
        if (enforced != null) {
            begin(HeaderProfile.CSP, enforced.text(nonce()), before != null);
        }
        Csp observed = first.nonceObserved();
        if (observed != null) {
            begin(HeaderProfile.CSP_REPORT_ONLY, observed.text(nonce()), before != null);
        }
    }

    private void begin(String name, String value, boolean again) {
        if (!response.containsHeader(name)) {
            response.addHeader(name, value);
        } else if (!again) {
            own(name);
        } else if (!isApps(name)) {
            response.setHeader(name, value);
        }
    }

    /** Sets what another profile says, and takes back what it does not say. */
    void change(HeaderProfile next) {
        HeaderProfile last = profile;
        if (last == next || last == null || response.isCommitted()) {
            return;
        }
        profile = next;
        List<SecurityHeader> old = last.fixed(secure);
        for (int i = 0; i < old.size(); i++) {
            String name = old.get(i).name();
            if (!isApps(name) && !says(next, name)) {
                takeBack(name);
            }
        }
        if (last.nonceObserved() != null && !says(next, HeaderProfile.CSP_REPORT_ONLY)) {
            takeBackUnlessApps(HeaderProfile.CSP_REPORT_ONLY);
        }
        if (last.nonceEnforced(secure) != null && !says(next, HeaderProfile.CSP)) {
            takeBackUnlessApps(HeaderProfile.CSP);
        }
        List<SecurityHeader> fixed = next.fixed(secure);
        for (int i = 0; i < fixed.size(); i++) {
            replace(fixed.get(i).name(), fixed.get(i).value());
        }
        Csp enforced = next.nonceEnforced(secure);
        if (enforced != null) {
            replace(HeaderProfile.CSP, enforced.text(nonce()));
        }
        Csp observed = next.nonceObserved();
        if (observed != null) {
            replace(HeaderProfile.CSP_REPORT_ONLY, observed.text(nonce()));
        }
    }

    private void replace(String name, String value) {
        if (!isApps(name)) {
            response.setHeader(name, value);
        }
    }

    private void takeBackUnlessApps(String name) {
        if (!isApps(name)) {
            takeBack(name);
        }
    }

    private void takeBack(String name) {
        response.setHeader(name, null);
        String neutral = NEUTRAL.get(name);
        if (neutral != null && response.containsHeader(name)) {
            response.setHeader(name, neutral);
        }
    }

    private boolean says(HeaderProfile other, String name) {
        if (name.equals(HeaderProfile.CSP) && other.nonceEnforced(secure) != null
                || name.equals(HeaderProfile.CSP_REPORT_ONLY) && other.nonceObserved() != null) {
            return true;
        }
        List<SecurityHeader> fixed = other.fixed(secure);
        for (int i = 0; i < fixed.size(); i++) {
            if (fixed.get(i).name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private String nonce() {
        if (request.getAttribute(HeadersFilter.NONCE_ATTRIBUTE) instanceof String known) {
            return known;
        }
        String nonce = wanted.nonces().next();
        request.setAttribute(HeadersFilter.NONCE_ATTRIBUTE, nonce);
        return nonce;
    }

    /**
     * The app sets one of ours; setting our own value again changes nothing.
     *
     * @return whether it was the app's before
     */
    boolean ownedByApp(String name, String value) {
        if (isApps(name)) {
            return true;
        }
        if (!value.equals(response.getHeader(name))) {
            own(name);
        }
        return false;
    }

    private void own(String name) {
        Set<String> known = ofApp;
        if (known == null) {
            known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            ofApp = known;
        }
        known.add(name);
    }

    boolean isOurs(String name) {
        return wanted.roles().get(name) == Role.OURS && !isApps(name);
    }

    private boolean isApps(String name) {
        Set<String> known = ofApp;
        return known != null && known.contains(name);
    }

    String hardened(String cookie) {
        return wanted.cookies().harden(cookie, secure);
    }

    /** Those, too, that the container made: it does not ask wrappers. */
    void hardenCookies() {
        if (!response.containsHeader("Set-Cookie")) {
            return;
        }
        List<String> cookies = new ArrayList<>(response.getHeaders("Set-Cookie"));
        List<String> hardened = cookies.stream().map(this::hardened).toList();
        if (hardened.equals(cookies)) {
            return;
        }
        response.setHeader("Set-Cookie", hardened.get(0));
        hardened.stream().skip(1).forEach(cookie -> response.addHeader("Set-Cookie", cookie));
    }

    /** An answer for somebody in particular is nobody else's, unless the app says how to cache it. */
    void keepPersonal(AnswerKind kind) {
        if (!wanted.settings().noStorePersonal()
                || kind == AnswerKind.ASSET
                || response.containsHeader("Cache-Control")
                || response.containsHeader("Expires")) {
            return;
        }
        if (request.getHeader("Authorization") != null || request.getUserPrincipal() != null) {
            boolean validated = response.containsHeader("ETag") || response.containsHeader("Last-Modified");
            response.setHeader("Cache-Control", validated ? "private, no-cache" : "no-store");
        }
    }
}
