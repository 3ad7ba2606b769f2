// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "Az09._~-", "4bf92f3577b34da6a3ce929d0e0e4736"})
    void harmlessOnesAreTaken(String sent) {
        assertThat(CorrelationId.parse(sent)).contains(new CorrelationId(sent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567",
                "12345678\n",
                "12345678\r\nSet-Cookie: a=b",
                "12345678 ",
                "12345678\u0085",
                "12345678\u2028",
                "12345678\u001b[31m",
                "12345678\u202e",
                "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18",
                "${jndi:ldap://x}",
                "<script>alert(1)</script>"
            })
    void otherOnesAreRefused(String sent) {
        assertThat(CorrelationId.parse(sent)).isEmpty();
    }

    @Test
    void lengthEndsAt64() {
        assertThat(CorrelationId.parse("a".repeat(64))).isPresent();
        assertThat(CorrelationId.parse("a".repeat(65))).isEmpty();
        assertThat(CorrelationId.parse(null)).isEmpty();
    }

    @Test
    void theMessageDoesNotRepeatTheValue() {
        assertThatThrownBy(() -> new CorrelationId("evil\nline"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("correlation id must be 8 to 64 letters, digits or . _ ~ -, got another 9 characters;"
                        + " use parse to refuse such values quietly");
    }
}
