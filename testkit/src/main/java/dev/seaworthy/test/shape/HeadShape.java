// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.shape;

import dev.seaworthy.test.http.RawAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares the answer to {@code HEAD} with the one to {@code GET}: the same headers, apart from those that name the
 * moment, the request or the connection.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2">RFC 9110, section 9.3.2</a>
 */
public final class HeadShape {

    private static final Set<String> OF_THE_MOMENT =
            Set.of("date", "x-correlation-id", "set-cookie", "connection", "keep-alive", "traceparent", "expires");
    // RFC 9110 lets a server leave these out, because they are only known once the content is made.
    private static final Set<String> MAY_BE_MISSING = Set.of("content-length", "transfer-encoding");

    private HeadShape() {}

    /** The faults of the answer to {@code HEAD}. */
    public static List<String> faults(RawAnswer head, RawAnswer get) {
        List<String> faults = new ArrayList<>();
        if (head.status() != get.status()) {
            faults.add("HEAD must have GET's status, got '" + head.status() + "' instead of " + get.status());
        }
        var ofHead = comparable(head);
        var ofGet = comparable(get);
        ofGet.forEach((name, values) -> {
            boolean missing = !ofHead.containsKey(name);
            if (missing ? !MAY_BE_MISSING.contains(name) : !values.equals(ofHead.get(name))) {
                faults.add("HEAD must have GET's header " + name + ": " + values + ", got '"
                        + (missing ? "nothing" : ofHead.get(name)) + "'");
            }
        });
        ofHead.keySet().stream()
                .filter(name -> !ofGet.containsKey(name))
                .forEach(name -> faults.add("HEAD must have no header that GET has not, got '" + name + "'"));
        return faults;
    }

    private static TreeMap<String, List<String>> comparable(RawAnswer answer) {
        TreeMap<String, List<String>> headers = new TreeMap<>();
        answer.headers().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!OF_THE_MOMENT.contains(name)) {
                headers.put(name, answer.values(name));
            }
        });
        return headers;
    }
}
