// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The one toy account. */
@ConfigurationProperties("shop.account")
record ShopAccount(String user, String password) {

    /** Takes as long for a wrong user as for a wrong password. */
    boolean accepts(String someUser, String somePassword) {
        boolean knownUser = same(user, someUser);
        boolean rightPassword = same(password, somePassword);
        return knownUser && rightPassword;
    }

    @Override
    public String toString() {
        return "ShopAccount";
    }

    private static boolean same(String expected, String sent) {
        return MessageDigest.isEqual(digest(expected), digest(sent));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
