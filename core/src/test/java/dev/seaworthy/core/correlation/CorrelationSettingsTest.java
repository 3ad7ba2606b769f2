// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.client.Networks;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelationSettingsTest {

    @Test
    void aNameThatIsNoFieldNameIsRefused() {
        assertThatThrownBy(() -> new CorrelationSettings(List.of("X Correlation"), "X-Ok", Networks.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("correlation accepted header must be an HTTP field name, got 'X Correlation';"
                        + " write up to 64 letters, digits or -, such as X-Correlation-Id");
        assertThatThrownBy(() -> new CorrelationSettings(List.of(), "", Networks.none()))
                .hasMessage("correlation response header must be an HTTP field name, got '';"
                        + " write up to 64 letters, digits or -, such as X-Correlation-Id");
    }

    @Test
    void acceptedHeadersAreBounded() {
        List<String> names = Collections.nCopies(CorrelationSettings.MAX_ACCEPTED_HEADERS * 10, "X-Id");
        assertThatThrownBy(() -> new CorrelationSettings(names, "X-Id", Networks.none()))
                .hasMessage("correlation accepted headers are too many, got '80'; name at most 8");
        assertThat(new CorrelationSettings(names.subList(0, 8), "X-Id", Networks.none()).acceptedHeaders())
                .hasSize(8);
    }
}
