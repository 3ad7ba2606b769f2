// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.provider;

import java.nio.charset.StandardCharsets;

/** How the provider ends a request. */
sealed interface ProviderAnswer {

    /** With an answer. */
    record Reply(int status, String json) implements ProviderAnswer {

        byte[] bytes(boolean last) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            String head = "HTTP/1.1 " + status + " \r\nContent-Type: application/json\r\nContent-Length: " + body.length
                    + (status == 401 ? "\r\nWWW-Authenticate: Bearer realm=\"provider\"" : "")
                    + (last ? "\r\nConnection: close" : "") + "\r\n\r\n";
            return (head + json).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** With a TCP reset in the client's face. */
    record Reset() implements ProviderAnswer {}
}
