// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import java.util.List;
import java.util.Locale;

/** The ways a request can fail, each of which must be answered in the one shape. */
public enum FailureMode {
    /** 1 */
    UNKNOWN_PATH("unknown path"),
    /** 2 */
    WRONG_METHOD("wrong method"),
    /** 3 */
    UNSUPPORTED_MEDIA_TYPE("media type of the request not supported"),
    /** 4 */
    NOT_ACCEPTABLE("no acceptable media type for the answer"),
    /** 5 */
    MALFORMED_JSON("malformed JSON"),
    /** 6 */
    WRONG_JSON_TYPE("wrong JSON type"),
    /** 7 */
    UNKNOWN_PROPERTY("unknown property where such are refused"),
    /** 8 */
    BODY_VALIDATION("body not valid"),
    /** 9 */
    QUERY_PARAMETER_INVALID("query parameter not valid"),
    /** 10 */
    PATH_VARIABLE_TYPE("path variable of the wrong type"),
    /** 11 */
    MISSING_INPUT("parameter, header, cookie or part missing"),
    /** 12 */
    RUNTIME_EXCEPTION("runtime exception in a handler"),
    /** 13 */
    CHECKED_EXCEPTION("checked exception in a handler"),
    /** 14 */
    JAVA_ERROR("error in a handler"),
    /** 15 */
    FILTER_EXCEPTION("exception in a servlet filter"),
    /** 16 */
    SEND_ERROR("sendError from app code"),
    /** 17 */
    SECURITY("login needed, or not enough"),
    /** 18 */
    ASYNC("failure of asynchronous work"),
    /** 19 */
    AFTER_COMMIT("exception after the response is committed"),
    /** 20 */
    CLIENT_GONE("client gone"),
    /** 21 */
    STREAM_TAKEN("exception after the app took the response's stream or writer"),
    /** 22 */
    BODY_TOO_LARGE("body too large"),
    /** 23 */
    UNIQUE_VIOLATION("unique violation in the database"),
    /** 24 */
    DATABASE_DOWN("database down"),
    /** 25 */
    UPSTREAM("another service refuses or fails"),
    /** 26 */
    CONTAINER_LEVEL("request that the container refuses"),
    /** 27 */
    HEAD("HEAD of something that fails"),
    /** 28 */
    HTML("browser asks"),
    /** 29 */
    XML("client that wants XML");

    private final String sentence;

    FailureMode(String sentence) {
        this.sentence = sentence;
    }

    /** Its number in the list, from 1. */
    public int number() {
        return ordinal() + 1;
    }

    /** What goes wrong, in a few words. */
    public String sentence() {
        return sentence;
    }

    /** Where an app made for the kit provokes it: {@code /conformance/} and the name in kebab case. */
    public String path() {
        return "/conformance/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The probes for an app made for the kit.
     *
     * @param invalidStatus the status that the app gives to well-formed input it cannot accept: 400 or 422
     */
    public List<Probe> probes(int invalidStatus) {
        return DefaultProbes.of(this, invalidStatus);
    }
}
