// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.json;

/**
 * Why JSON that a client sent could not be read. Holds no value that the client sent, property names excepted: those
 * may stand in {@code pointer}.
 *
 * @param kind what went wrong
 * @param pointer RFC 6901 pointer to the place, with JSON property names; the empty string is the whole document
 * @param expected what would have been accepted, in the words of JSON: {@code string}, {@code integer}, {@code number},
 *     {@code boolean}, {@code array}, {@code object}, {@code date-time} ...; the empty string where nobody knows
 */
public record JsonFault(Kind kind, String pointer, String expected) {

    /** The ways in which JSON can be wrong for its reader. */
    public enum Kind {
        /** Not JSON at all, cut off, or with garbage behind it. */
        MALFORMED,
        /** JSON, but of another type than the place wants. */
        WRONG_TYPE,
        /** A property that the receiving type does not have, where such are refused. */
        UNKNOWN_PROPERTY,
        /** A value that the receiving type cannot do without. */
        MISSING_VALUE,
        /** Deeper, longer or larger than the reader's limits allow. */
        LIMIT_EXCEEDED
    }
}
