// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an absolute URL that decide where it leads. Stricter than {@link URI}, so that no other reader can see
 * another host in it.
 *
 * @param scheme in lower case
 * @param host as written; an IPv6 address with its brackets
 * @param port -1 where none is named
 */
record WrittenUrl(String scheme, String host, int port) {

    private static final int MAX_LENGTH = 2_048;

    /** No user name, no percent signs, nothing but names, addresses and a port. */
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}))(?::([0-9]{1,5}))?");

    static @Nullable WrittenUrl parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        URI uri = uri(text);
        if (uri == null || uri.getScheme() == null || uri.getRawAuthority() == null) {
            return null;
        }
        Matcher authority = AUTHORITY.matcher(uri.getRawAuthority());
        if (!authority.matches()) {
            return null;
        }
        int port = authority.group(2) == null ? -1 : Integer.parseInt(authority.group(2));
        return new WrittenUrl(uri.getScheme().toLowerCase(Locale.ROOT), authority.group(1), port);
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException noUri) {
            return null;
        }
    }
}
