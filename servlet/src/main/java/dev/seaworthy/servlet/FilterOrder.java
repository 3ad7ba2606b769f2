// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet;

/**
 * The order in which the filters run, outermost first. The numbers are Spring's: they leave Boot's own observation
 * filter (at {@code Integer.MIN_VALUE + 1}) outside, so that a trace exists when correlation looks for it, and Spring
 * Security (at -100) inside. Only what decides about that trace runs further out.
 */
public enum FilterOrder {
    /** Hides strangers' trace headers, where wanted: the observation filter continues whatever trace it sees. */
    TRACE_HIDING(Integer.MIN_VALUE),
    /** Which request is this. */
    CORRELATION(Integer.MIN_VALUE + 10),
    /** How long its caller waits for it. */
    DEADLINE(Integer.MIN_VALUE + 15),
    /** One line for each request, when it is over. */
    LOGGING(Integer.MIN_VALUE + 20),
    /** Security headers, before anything can be answered without them. */
    HEADERS(Integer.MIN_VALUE + 30),
    /** Whatever goes wrong further in becomes one problem. */
    ERROR(Integer.MIN_VALUE + 40),
    /** What is too much is refused before anybody works for it; takes in what others refuse further in. */
    VALIDATION(Integer.MIN_VALUE + 42),
    /** What browsers report about policies, and requests that other sites make: neither needs the app. */
    BROWSER_REPORTS(Integer.MIN_VALUE + 45),
    /** May this network go on: before anybody has to find out who it is. */
    NETWORK_LIMIT(Integer.MIN_VALUE + 60),
    /** On whose behalf: inside of Spring Security, which knows. */
    USER(-95),
    /** May this principal go on: after Spring Security has found out who it is. */
    PRINCIPAL_LIMIT(-90);

    private final int order;

    FilterOrder(int order) {
        this.order = order;
    }

    /** Smaller runs further out. */
    public int order() {
        return order;
    }
}
