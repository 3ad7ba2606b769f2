// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What must come back from a {@link Probe}, beyond what holds for every failure. Immutable; the methods answer a copy.
 *
 * @param shape what the answer looks like
 * @param statuses one of these; empty where the status does not matter
 * @param codes one of these; empty where any code will do
 * @param headers headers that must be there with a value
 * @param absentHeaders headers that must not be there
 * @param errors entries that {@code errors[]} must hold; more are fine
 */
public record Expectation(
        Shape shape,
        Set<Integer> statuses,
        Set<String> codes,
        Set<String> headers,
        Set<String> absentHeaders,
        List<At> errors) {

    /** What an answer looks like. */
    public enum Shape {
        /** {@code application/problem+json}. */
        PROBLEM,
        /** The small HTML page. */
        PAGE,
        /** The headers of the problem that {@code GET} gets, and no body. */
        HEAD,
        /** The beginning of a success, then an aborted connection. */
        ABORTED,
        /** The client leaves first: nobody reads an answer, and nobody is alarmed. */
        CLIENT_LEAVES
    }

    /**
     * Where a refused value stands.
     *
     * @param in {@code body}, {@code query}, {@code path}, {@code header} or {@code cookie}
     * @param pointer the RFC 6901 pointer
     */
    public record At(String in, String pointer) {}

    /** Copies the collections. */
    public Expectation {
        statuses = Set.copyOf(statuses);
        codes = Set.copyOf(codes);
        headers = Set.copyOf(headers);
        absentHeaders = Set.copyOf(absentHeaders);
        errors = List.copyOf(errors);
    }

    /** A problem with one of these statuses. */
    public static Expectation problem(Integer... statuses) {
        return of(Shape.PROBLEM, statuses);
    }

    /** A page with one of these statuses. */
    public static Expectation page(Integer... statuses) {
        return of(Shape.PAGE, statuses);
    }

    /** The same headers as {@code GET}, with one of these statuses. */
    public static Expectation head(Integer... statuses) {
        return of(Shape.HEAD, statuses);
    }

    /** An aborted connection with nothing appended. */
    public static Expectation aborted() {
        return of(Shape.ABORTED);
    }

    /** Quiet after the client left. */
    public static Expectation quiet() {
        return of(Shape.CLIENT_LEAVES);
    }

    /** One of these codes. */
    public Expectation code(String... anyOf) {
        return new Expectation(shape, statuses, Set.of(anyOf), headers, absentHeaders, errors);
    }

    /** This header too. */
    public Expectation header(String name) {
        return new Expectation(shape, statuses, codes, plus(headers, name), absentHeaders, errors);
    }

    /** Not this header. */
    public Expectation without(String name) {
        return new Expectation(shape, statuses, codes, headers, plus(absentHeaders, name), errors);
    }

    /** An entry of {@code errors[]} that points there. */
    public Expectation pointingAt(String in, String pointer) {
        List<At> more = new ArrayList<>(errors);
        more.add(new At(in, pointer));
        return new Expectation(shape, statuses, codes, headers, absentHeaders, more);
    }

    private static Expectation of(Shape shape, Integer... statuses) {
        // A set made of the array: 400 and "the status for invalid input" may be the same.
        return new Expectation(shape, new LinkedHashSet<>(List.of(statuses)), Set.of(), Set.of(), Set.of(), List.of());
    }

    private static Set<String> plus(Set<String> set, String one) {
        Set<String> more = new LinkedHashSet<>(set);
        more.add(one);
        return more;
    }
}
