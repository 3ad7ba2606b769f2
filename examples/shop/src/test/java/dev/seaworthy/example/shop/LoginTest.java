// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.test.LogEvents;
import org.junit.jupiter.api.Test;

class LoginTest extends ShopTest {

    @Test
    void theRightPasswordOpens() {
        Answer answer = shop.post("/api/login", "{\"user\":\"ada\",\"password\":\"difference-engine\"}");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aWrongUserLooksLikeAWrongPassword() {
        for (String login : new String[] {
            "{\"user\":\"ada\",\"password\":\"wrong-7d1f\"}", "{\"user\":\"eve\",\"password\":\"difference-engine\"}"
        }) {
            Answer answer = shop.post("/api/login", login);
            answer.isProblem(401).hasCode("LOGIN_REFUSED").pointsNowhere();
            assertThat(answer.header("WWW-Authenticate")).hasValue("Login realm=\"shop\"");
        }
    }

    @Test
    void whatWasTypedIsNotInTheLog() {
        try (LogEvents log = LogEvents.capture("dev.seaworthy")) {
            shop.post("/api/login", "{\"user\":\"ada\",\"password\":\"wrong-7d1f\"}");

            assertThat(log.all())
                    .isNotEmpty()
                    .noneMatch(event -> event.toString().contains("7d1f"));
        }
    }

    @Test
    void aLoginWithoutPasswordIsInvalid() {
        shop.post("/api/login", "{\"user\":\"ada\"}").isProblem(422).pointsAt("/password");
    }
}
