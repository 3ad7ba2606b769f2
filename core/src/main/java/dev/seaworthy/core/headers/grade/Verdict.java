// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.grade;

import java.util.Locale;

/** What a test of the Observatory can find. Words are the Observatory's own. */
public enum Verdict {
    /** 10 points. */
    CSP_IMPLEMENTED_WITH_NO_UNSAFE_DEFAULT_SRC_NONE(10, ""),
    /** 5 points. */
    CSP_IMPLEMENTED_WITH_NO_UNSAFE(5, "begin the policy with default-src 'none' and allow what the page needs"),
    /** 0 points. */
    CSP_IMPLEMENTED_WITH_UNSAFE_INLINE_IN_STYLE_SRC_ONLY(
            0, "take 'unsafe-inline', data: and whole schemes out of style-src"),
    /** -10 points. */
    CSP_IMPLEMENTED_WITH_INSECURE_SCHEME_IN_PASSIVE_CONTENT_ONLY(-10, "load images and media over https"),
    /** -10 points. */
    CSP_IMPLEMENTED_WITH_UNSAFE_EVAL(-10, "take 'unsafe-eval' out of script-src"),
    /** -20 points. */
    CSP_IMPLEMENTED_WITH_UNSAFE_INLINE(
            -20, "take 'unsafe-inline', data: and whole schemes out of script-src, and restrict object-src"),
    /** -20 points. */
    CSP_IMPLEMENTED_WITH_INSECURE_SCHEME(-20, "allow no http: source"),
    /** -25 points. */
    CSP_HEADER_INVALID(-25, "write a policy that browsers can read"),
    /** -25 points. */
    CSP_NOT_IMPLEMENTED(-25, "send a Content-Security-Policy"),
    /** -25 points. */
    CSP_NOT_IMPLEMENTED_BUT_REPORTING_ENABLED(-25, "enforce the policy that is only observed so far"),
    /** 0 points. */
    CSP_IMPLEMENTED_BUT_DUPLICATE_DIRECTIVES(0, "name report-uri and report-to once"),
    /** 5 points. */
    COOKIES_SECURE_WITH_HTTPONLY_SESSIONS_AND_SAMESITE(5, ""),
    /** 0 points. */
    COOKIES_SECURE_WITH_HTTPONLY_SESSIONS(0, "give every cookie a SameSite attribute"),
    /** 0 points. */
    COOKIES_NOT_FOUND(0, "points are given for hardened cookies only, and none was set"),
    /** -5 points. */
    COOKIES_WITHOUT_SECURE_FLAG_BUT_PROTECTED_BY_HSTS(-5, "give every cookie the Secure attribute"),
    /** -10 points. */
    COOKIES_SESSION_WITHOUT_SECURE_FLAG_BUT_PROTECTED_BY_HSTS(-10, "give the session cookie the Secure attribute"),
    /** -20 points. */
    COOKIES_WITHOUT_SECURE_FLAG(-20, "give every cookie the Secure attribute"),
    /** -20 points. */
    COOKIES_SAMESITE_FLAG_INVALID(-20, "write SameSite=Lax, Strict, or None together with Secure"),
    /** -20 points. */
    COOKIES_ANTICSRF_WITHOUT_SAMESITE_FLAG(-20, "give the anti-forgery cookie a SameSite attribute"),
    /** -30 points. */
    COOKIES_SESSION_WITHOUT_HTTPONLY_FLAG(-30, "give the session cookie the HttpOnly attribute"),
    /** -40 points. */
    COOKIES_SESSION_WITHOUT_SECURE_FLAG(-40, "give the session cookie the Secure attribute"),
    /** 0 points. */
    CROSS_ORIGIN_RESOURCE_SHARING_NOT_IMPLEMENTED(0, ""),
    /** 0 points. */
    CROSS_ORIGIN_RESOURCE_SHARING_IMPLEMENTED_WITH_PUBLIC_ACCESS(0, ""),
    /** 0 points. */
    CROSS_ORIGIN_RESOURCE_SHARING_IMPLEMENTED_WITH_RESTRICTED_ACCESS(0, ""),
    /** -50 points. */
    CROSS_ORIGIN_RESOURCE_SHARING_IMPLEMENTED_WITH_UNIVERSAL_ACCESS(
            -50, "do not reflect every origin together with credentials"),
    /** 0 points. */
    REDIRECTION_ALL_REDIRECTS_PRELOADED(0, ""),
    /** 0 points. */
    REDIRECTION_TO_HTTPS(0, ""),
    /** 0 points. */
    REDIRECTION_NOT_NEEDED_NO_HTTP(0, ""),
    /** -5 points. */
    REDIRECTION_OFF_HOST_FROM_HTTP(-5, "redirect to https on the same host first"),
    /** -10 points. */
    REDIRECTION_NOT_TO_HTTPS_ON_INITIAL_REDIRECTION(-10, "redirect to https at once"),
    /** -20 points. */
    REDIRECTION_NOT_TO_HTTPS(-20, "redirect to https"),
    /** -20 points. */
    REDIRECTION_MISSING(-20, "redirect http to https"),
    /** -20 points. */
    REDIRECTION_INVALID_CERT(-20, "use a certificate that browsers trust"),
    /** 5 points. */
    REFERRER_POLICY_PRIVATE(5, ""),
    /** 0 points. */
    REFERRER_POLICY_NOT_IMPLEMENTED(0, "send Referrer-Policy: strict-origin-when-cross-origin or stricter"),
    /** -5 points. */
    REFERRER_POLICY_UNSAFE(-5, "send Referrer-Policy: strict-origin-when-cross-origin or stricter"),
    /** -5 points. */
    REFERRER_POLICY_HEADER_INVALID(-5, "write a Referrer-Policy that browsers know"),
    /** 5 points. */
    HSTS_PRELOADED(5, ""),
    /** 0 points. */
    HSTS_IMPLEMENTED_MAX_AGE_AT_LEAST_SIX_MONTHS(
            0, "these points are for hosts on the browsers' preload list, which no header can earn"),
    /** -10 points. */
    HSTS_IMPLEMENTED_MAX_AGE_LESS_THAN_SIX_MONTHS(
            -10, "raise max-age of Strict-Transport-Security to six months or more"),
    /** -20 points. */
    HSTS_NOT_IMPLEMENTED(-20, "send Strict-Transport-Security"),
    /** -20 points. */
    HSTS_HEADER_INVALID(-20, "send Strict-Transport-Security once, with max-age"),
    /** -20 points. */
    HSTS_NOT_IMPLEMENTED_NO_HTTPS(-20, "serve https"),
    /** -20 points. */
    HSTS_INVALID_CERT(-20, "use a certificate that browsers trust"),
    /** 5 points. */
    SRI_IMPLEMENTED_AND_ALL_SCRIPTS_LOADED_SECURELY(5, ""),
    /** 5 points. */
    SRI_IMPLEMENTED_AND_EXTERNAL_SCRIPTS_LOADED_SECURELY(5, ""),
    /** 0 points. */
    SRI_NOT_IMPLEMENTED_RESPONSE_NOT_HTML(0, "points are given for pages with scripts only"),
    /** 0 points. */
    SRI_NOT_IMPLEMENTED_BUT_NO_SCRIPTS_LOADED(0, "points are given for pages with scripts only"),
    /** 0 points. */
    SRI_NOT_IMPLEMENTED_BUT_ALL_SCRIPTS_LOADED_FROM_SECURE_ORIGIN(0, "give the page's scripts an integrity attribute"),
    /** -5 points. */
    SRI_NOT_IMPLEMENTED_BUT_EXTERNAL_SCRIPTS_LOADED_SECURELY(-5, "give scripts from elsewhere an integrity attribute"),
    /** -20 points. */
    SRI_IMPLEMENTED_BUT_EXTERNAL_SCRIPTS_NOT_LOADED_SECURELY(-20, "load scripts over https"),
    /** -50 points. */
    SRI_NOT_IMPLEMENTED_AND_EXTERNAL_SCRIPTS_NOT_LOADED_SECURELY(
            -50, "load scripts over https, with an integrity attribute"),
    /** 0 points. */
    X_CONTENT_TYPE_OPTIONS_NOSNIFF(0, ""),
    /** -5 points. */
    X_CONTENT_TYPE_OPTIONS_NOT_IMPLEMENTED(-5, "send X-Content-Type-Options: nosniff"),
    /** -5 points. */
    X_CONTENT_TYPE_OPTIONS_HEADER_INVALID(-5, "send X-Content-Type-Options: nosniff, once"),
    /** 5 points. */
    X_FRAME_OPTIONS_IMPLEMENTED_VIA_CSP(5, ""),
    /** 0 points. */
    X_FRAME_OPTIONS_SAMEORIGIN_OR_DENY(0, "add frame-ancestors to the policy"),
    /** 0 points. */
    X_FRAME_OPTIONS_ALLOW_FROM_ORIGIN(0, "write frame-ancestors in the policy; browsers pass over ALLOW-FROM"),
    /** -20 points. */
    X_FRAME_OPTIONS_NOT_IMPLEMENTED(-20, "add frame-ancestors to the policy"),
    /** -20 points. */
    X_FRAME_OPTIONS_HEADER_INVALID(-20, "send X-Frame-Options: DENY, once"),
    /** -5 points. */
    CORP_HEADER_INVALID(-5, "write Cross-Origin-Resource-Policy: same-origin, once"),
    /** 0 points. */
    CORP_IMPLEMENTED_WITH_CROSS_ORIGIN(0, "write same-origin unless other sites embed this"),
    /** 10 points. */
    CORP_IMPLEMENTED_WITH_SAME_ORIGIN(10, ""),
    /** 10 points. */
    CORP_IMPLEMENTED_WITH_SAME_SITE(10, ""),
    /** 0 points. */
    CORP_NOT_IMPLEMENTED(0, "send Cross-Origin-Resource-Policy: same-origin"),
    /** -5 points. */
    COOP_HEADER_INVALID(-5, "write Cross-Origin-Opener-Policy: same-origin, once"),
    /** 0 points. */
    COOP_IMPLEMENTED_WITH_UNSAFE_NONE(0, "write same-origin unless other sites open this in a window they talk to"),
    /** 10 points. */
    COOP_IMPLEMENTED(10, ""),
    /** 0 points. */
    COOP_NOT_IMPLEMENTED(0, "send Cross-Origin-Opener-Policy: same-origin"),
    /** -5 points. */
    COEP_HEADER_INVALID(-5, "write Cross-Origin-Embedder-Policy: require-corp, once"),
    /** 0 points. */
    COEP_IMPLEMENTED_WITH_UNSAFE_NONE(0, "write require-corp or credentialless"),
    /** 10 points. */
    COEP_IMPLEMENTED(10, ""),
    /** 0 points. */
    COEP_NOT_IMPLEMENTED(0, "send Cross-Origin-Embedder-Policy: require-corp");

    private final int points;
    private final String advice;

    Verdict(int points, String advice) {
        this.points = points;
        this.advice = advice;
    }

    /** What it gives under algorithm 4; negative takes away. */
    int points() {
        return points;
    }

    /** How to get the points that it does not give; empty where there are no more. */
    public String advice() {
        return advice;
    }

    /** As the Observatory writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
