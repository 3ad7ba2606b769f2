// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FrontPageController {

    private final String page;

    FrontPageController() throws IOException {
        page = new String(bytes("page/index.html"), StandardCharsets.UTF_8)
                .replace("{{integrity}}", integrity(bytes("static/shop.js")));
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE + ";charset=utf-8")
    String page(@RequestAttribute(name = "cspNonce", required = false) String nonce) {
        return page.replace("{{nonce}}", String.valueOf(nonce));
    }

    private static byte[] bytes(String resource) throws IOException {
        return new ClassPathResource(resource).getContentAsByteArray();
    }

    private static String integrity(byte[] script) {
        try {
            return "sha384-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-384").digest(script));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-384", impossible);
        }
    }
}
